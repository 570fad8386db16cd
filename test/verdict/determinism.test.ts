import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { alleScenarios } from '../../src/samples/rules/index.ts';
import type { Scenario } from '../../src/samples/scenario.ts';
import { BERICHT_TYPES } from '../../src/standard/message-types.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { InMemoryGateway, type Ontvangen } from '../rules/in-memory-gateway.ts';

/** The repetitions (fewer with IJW_DETERMINISM_RUNS) are shared out over these; each is a process of its own. */
const PLEKKEN = [
  { TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'UTC', LC_ALL: 'nl_NL.UTF-8' },
  { TZ: 'Asia/Tokyo', LC_ALL: 'C.UTF-8' },
] as const;
const KEER = Number(process.env.IJW_DETERMINISM_RUNS ?? 1000) / PLEKKEN.length;

const scenarios = alleScenarios({ vandaag: '2026-11-21', gemeente: '0362', aanbieder: '42420001' });

type Kant = 'fout' | 'goed';

/** A message with all that judging it asks for, as plain data. */
function opdracht({ kennis }: Ontvangen, bytes: Uint8Array, document: unknown, afspraken: number) {
  return {
    afspraken,
    document,
    bytes: Buffer.from(bytes).toString('base64'),
    ontvangenOp: kennis.ontvangenOp,
    kennis,
    nummers: { identificatie: 1, toewijzing: { '0362': 900_000_000 } },
  };
}

/** The last message of a set, after what went before it; and then the answer that it got, sent in by a party. */
function opdrachten(scenario: Scenario, kant: Kant): (nr: number) => ReturnType<typeof opdracht>[] {
  const gateway = new InMemoryGateway(scenario.afspraken, scenario.vandaag);
  let laatste: { bytes: Uint8Array; ontvangen: Ontvangen } | undefined;
  for (const bericht of scenario[kant]) {
    const bytes = writeBericht(bericht);
    laatste = { bytes, ontvangen: gateway.ontvang(bytes) };
  }
  if (laatste === undefined) throw new Error('a set without messages');
  const { bytes, ontvangen } = laatste;
  const [retour] = ontvangen.verdict.antwoorden;
  const antwoord = retour === undefined ? [] : [writeBericht(retour)];
  const stukken = [{ bytes, ontvangen }, ...antwoord.map((b) => ({ bytes: b, ontvangen: gateway.ontvang(b) }))];
  return (nr) => stukken.map((s, i) => opdracht(s.ontvangen, s.bytes, scenario.afspraken, 2 * nr + i));
}

/** For each type of message the set with most history, refused, and one accepted; with the answers that they get. */
function gekozen(): ReturnType<typeof opdracht>[] {
  const sets = BERICHT_TYPES.flatMap((type) => {
    const alle = scenarios.filter((s) => s.type === type);
    const [eerste] = alle;
    if (eerste === undefined) return [];
    const langste = alle.reduce((a, b) => (b.fout.length > a.fout.length ? b : a), eerste);
    const beantwoord = alle.map((set) => opdrachten(set, 'goed')).find((maak) => maak(0).length > 1);
    return [opdrachten(langste, 'fout'), beantwoord ?? opdrachten(langste, 'goed')];
  });
  return sets.flatMap((set, nr) => set(nr));
}

interface Bevonden {
  readonly timeZone: string;
  readonly locale: string;
  readonly hashes: readonly (readonly string[])[];
}

async function elders(plek: Readonly<Record<string, string>>, invoer: string): Promise<Bevonden> {
  const kind = spawn(process.execPath, [join(import.meta.dirname, 'determinism-child.mjs')], {
    env: { PATH: process.env.PATH ?? '', ...plek },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  kind.stdin.end(invoer);
  return JSON.parse(await text(kind.stdout));
}

describe('the same bytes, context, clock and numbers', () => {
  it('give the same report and answers, in any time zone and locale, however often', { timeout: 900_000 }, async () => {
    const keuze = gekozen();
    const invoer = JSON.stringify({ keer: KEER, opdrachten: keuze });
    const bevonden = await Promise.all(PLEKKEN.map((plek) => elders(plek, invoer)));

    expect(bevonden.map((b) => b.timeZone)).toEqual(PLEKKEN.map((p) => p.TZ));
    expect(new Set(bevonden.map((b) => b.locale)).size).toBeGreaterThan(1);
    const types = new Set(
      keuze.map((k) => /<(?:\w+:)?Bericht[^>]*(jw\d{3})/.exec(Buffer.from(k.bytes, 'base64').toString())?.[1]),
    );
    expect([...types].sort()).toEqual(BERICHT_TYPES.map((type) => type.toLowerCase()));
    const hashes = bevonden[0]?.hashes ?? [];
    expect(hashes).toHaveLength(keuze.length);
    expect(keuze.length).toBeGreaterThanOrEqual(20);
    // One verdict each, and hardly two messages with the same one.
    for (const alle of hashes) expect(alle).toHaveLength(1);
    expect(new Set(hashes.flat()).size).toBeGreaterThan(keuze.length * 0.9);
    for (const b of bevonden) expect(b.hashes).toEqual(hashes);
    console.log(
      `${keuze.length} messages, ${KEER * PLEKKEN.length} times: ${bevonden.map((b) => `${b.timeZone} ${b.locale}`).join(', ')}`,
    );
  });
});
