import { afterEach, describe, expect, it } from 'vitest';
import { JudgeFailure, JudgeInterrupted } from '../../src/judging/judge-errors.ts';
import { JudgeHost, type JudgeSession } from '../../src/judging/judge-host.ts';
import type { AgreementsVersion } from '../../src/judging/judge-protocol.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';

const hosts: JudgeHost[] = [];
afterEach(() => Promise.all(hosts.splice(0).map((host) => host.close())));

function host(base = 60_000, threads = 1): JudgeHost {
  const nieuw = new JudgeHost({
    threads,
    entry: new URL('./fake-judge.mjs', import.meta.url),
    limit: { base, perByte: 0 },
  });
  hosts.push(nieuw);
  return nieuw;
}

const versie = (nummer: number): AgreementsVersion => ({ versie: nummer, document: voorbeeldDocument() });

interface Antwoord {
  readonly threadId: number;
  readonly bekend: readonly number[];
}

const admitted = { partij: '', type: null, gemeenten: [], aanbieder: null };

function open(session: JudgeSession, berichtId = ''): Promise<Antwoord> {
  const vraag = session.open([{ token: 't', berichtId, bytes: new Uint8Array(), ontvangenOp: new Date(0), admitted }]);
  return vraag as unknown as Promise<Antwoord>;
}

describe('when a thread ends', () => {
  it('blames the call that it was at; those behind it, and who comes later, were interrupted', async () => {
    for (const [soort, limiet] of [['eindigt'], ['hangt', 3_000]] as const) {
      const judges = host(limiet);
      const [een, twee, drie] = [
        await judges.session(versie(1), 0),
        await judges.session(versie(1), 0),
        await judges.session(versie(1), 0),
      ];
      const calls = await Promise.allSettled([open(een, soort), open(twee), open(drie)]);
      expect(calls.map((c) => (c.status === 'rejected' ? c.reason.constructor : null))).toEqual([
        JudgeFailure,
        JudgeInterrupted,
        JudgeInterrupted,
      ]);
      // What was opened is gone with the thread.
      await expect(open(twee)).rejects.toThrow(JudgeInterrupted);
      for (const session of [een, twee, drie]) session.end(['t']);
      const { bekend } = await open(await judges.session(versie(1), 0));
      expect(bekend).toEqual([1]);
    }
  });

  it('runs the clock for the call that it is at only', async () => {
    const judges = host(3_500);
    const session = await judges.session(versie(1), 0);
    await Promise.all(Array.from({ length: 4 }, () => open(session, 'wacht')));
  });

  it('an exception is the call’s own: the thread goes on with what it holds', async () => {
    const judges = host();
    const session = await judges.session(versie(1), 0);
    const { threadId } = await open(session);
    await expect(open(session, 'werpt')).rejects.toThrow(JudgeFailure);
    expect((await open(session)).threadId).toBe(threadId);
  });

  it('a stop interrupts, and nothing begins after it', async () => {
    const judges = host();
    const session = await judges.session(versie(1), 0);
    const call = open(session, 'hangt');
    await Promise.all([expect(call).rejects.toThrow(JudgeInterrupted), judges.close()]);
    await expect(judges.session(versie(1), 0)).rejects.toThrow(JudgeInterrupted);
  });
});

describe('threads', () => {
  it('large messages, suspects and what has no effect have their own; the others share the least busy', async () => {
    const judges = host(60_000, 2);
    const sessies = [
      await judges.session(versie(1), 100),
      await judges.session(versie(1), 100),
      await judges.session(versie(1), 5_000_000),
      await judges.session(versie(1), 100, 'alone'),
      await judges.session(versie(1), 5_000_000, 'aside'),
    ];
    const threads = await Promise.all(sessies.map(async (session) => (await open(session)).threadId));
    expect(new Set(threads).size).toBe(5);
    // What has no effect shares that one, large or small.
    expect((await open(await judges.session(versie(1), 100, 'aside'))).threadId).toBe(threads[4]);
    sessies[1]?.end([]);
    expect((await open(await judges.session(versie(1), 100))).threadId).toBe(threads[1]);
  });

  it('are replaced after many bytes; sessions end on the thread that they began on', async () => {
    const judges = host();
    const oud = await judges.session(versie(1), 1_000_000);
    const { threadId } = await open(oud);
    await Promise.all(Array.from({ length: 260 }, () => open(oud)));
    const nieuw = await judges.session(versie(1), 100);
    expect((await open(nieuw)).threadId).not.toBe(threadId);
    expect((await open(oud)).threadId).toBe(threadId);
    oud.end([]);
    await expect(open(oud)).rejects.toThrow(JudgeInterrupted);
  });
});

describe('agreements on a thread', () => {
  it('are learned once, kept while a session uses them, and forgotten after', async () => {
    const judges = host();
    const eerste = await judges.session(versie(1), 0);
    for (const nummer of [2, 3, 4, 5, 6]) (await judges.session(versie(nummer), 0)).end([]);
    expect((await open(eerste)).bekend).toEqual([1, 6]);
    eerste.end([]);
    const laatste = await judges.session(versie(7), 0);
    expect((await open(laatste)).bekend).toEqual([7]);
    // A turn that began before the change may come late.
    expect((await open(await judges.session(versie(1), 0))).bekend).toEqual([7, 1]);
  });
});

describe('ready', () => {
  it('means that every schema compiles', async () => {
    const echt = new JudgeHost({ threads: 1 });
    hosts.push(echt);
    expect(await echt.ready()).toBe(true);
  });

  it('is not so without a thread', async () => {
    const judges = host();
    await judges.close();
    expect(await judges.ready()).toBe(false);
  });
});
