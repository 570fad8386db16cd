import { describe, expect, it } from 'vitest';
import { JudgeHost } from '../../src/judging/judge-host.ts';
import type { Logger } from '../../src/log/logger.ts';
import type { Velden } from '../../src/log/velden.ts';
import { BEHEERDER } from '../access/wie.ts';
import { jw301 } from '../gateway/berichten.ts';
import { metAfspraken, ontvang, oordeel, opstelling } from '../gateway/opstelling.ts';
import { afsprakenMet, client, GEMEENTE } from '../gateway/wereld.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

const { database, start } = opstelling();
const TIMEOUT = 300_000;

/** A judge that certain messages harm; one call may take no longer than this (ms). */
const judges = (base = 60_000) =>
  new JudgeHost({ threads: 1, entry: new URL('./poisoned-judge.mjs', import.meta.url), limit: { base, perByte: 0 } });

function bericht(n: number, soort: string): Uint8Array {
  const wie = client(n);
  return jw301(wie, `${soort}${wie.nummer}`);
}

/** Counts the attempts that failed, by message. */
function teller(): { readonly logger: Logger; readonly pogingen: ReadonlyMap<string, number> } {
  const pogingen = new Map<string, number>();
  const error = (zin: string, velden: Velden = {}) => {
    if (zin !== 'an attempt failed') return;
    const id = String(velden.id);
    pogingen.set(id, (pogingen.get(id) ?? 0) + 1);
  };
  return { logger: { ...stilleLogger, error }, pogingen };
}

describe('a message that harms the thread that judges it', () => {
  it('is quarantined after three attempts; its lane goes on, and no other message is blamed', {
    timeout: TIMEOUT,
  }, async () => {
    const { logger, pogingen } = teller();
    const gateway = await start(await database(), { judges: judges(), logger });
    await metAfspraken(gateway, afsprakenMet(3));
    const store = (n: number, soort: string) => ontvang(gateway, GEMEENTE, bericht(n, soort));

    const kwaad: string[] = [];
    const goed: string[] = [];
    for (let ronde = 0; ronde < 4; ronde++) {
      // Two lanes with a poison each, and a third that only shares their thread.
      for (let n = 0; n < 3; n++) goed.push(await store(n, 'GOED'));
      if (ronde === 1) kwaad.push(await store(0, 'WERPT'), await store(1, 'EINDIGT'));
    }

    for (const id of goed) {
      const { status, antwoorden } = await oordeel(gateway, id);
      expect([status, antwoorden.length]).toEqual(['goedgekeurd', 1]);
    }
    for (const id of kwaad) {
      expect(await oordeel(gateway, id)).toMatchObject({ status: 'vastgelopen', antwoorden: [], afleveringen: [] });
    }
    expect([...pogingen].sort()).toEqual(kwaad.map((id) => [id, 3]).sort());
  });

  it('is cut off when it never answers', { timeout: TIMEOUT }, async () => {
    const gateway = await start(await database(), { judges: judges(8_000) });
    await metAfspraken(gateway, afsprakenMet(2));
    const kwaad = await ontvang(gateway, GEMEENTE, bericht(0, 'HANGT'));
    const goed = await Promise.all([0, 1].map((n) => ontvang(gateway, GEMEENTE, bericht(n, 'GOED'))));
    for (const id of goed) expect((await oordeel(gateway, id)).status).toBe('goedgekeurd');
    expect((await oordeel(gateway, kwaad)).status).toBe('vastgelopen');
  });

  it('waits again when it is replayed, and is judged once the harm is mended', { timeout: TIMEOUT }, async () => {
    const db = await database();
    const ziek = await start(db, { judges: judges() });
    await metAfspraken(ziek, afsprakenMet(1));
    const id = await ontvang(ziek, GEMEENTE, bericht(0, 'WERPT'));
    expect((await oordeel(ziek, id)).status).toBe('vastgelopen');
    await ziek.close();
    const gezond = await start(db);
    expect(await gezond.gateway.messages.replay(BEHEERDER, id)).toEqual({ kind: 'waiting' });
    expect((await oordeel(gezond, id)).status).toBe('goedgekeurd');
  });
});
