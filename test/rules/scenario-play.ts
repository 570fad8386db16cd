import type { Afspraken } from '../../src/agreements/afspraken.ts';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import type { Scenario } from '../../src/samples/scenario.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { InMemoryGateway } from './in-memory-gateway.ts';

export interface Afloop {
  readonly bericht: Bericht;
  readonly bytes: Uint8Array;
  readonly kennis: KennisData;
  readonly afspraken: Afspraken;
  readonly status: Verdict['status'];
  /** Statuses of the messages that went before, with the rules that refused them. */
  readonly voor: readonly string[];
  readonly bevindingen: readonly Bevinding[];
  /** Codes of the rules that the last message broke, once each, in order. */
  readonly regels: readonly string[];
}

/**
 * Sends a set to a gateway that knows nothing. POORT-RETOUR is left out of the rules: it stands beside whatever is wrong
 * with an answer that came in, to say that it was not delivered.
 */
export function speel(scenario: Scenario, kant: 'fout' | 'goed'): Afloop {
  const gateway = new InMemoryGateway(scenario.afspraken, scenario.vandaag);
  const aflopen = scenario[kant].map((bericht) => {
    const bytes = writeBericht(bericht);
    return { bytes, ...gateway.ontvang(bytes) };
  });
  const laatste = aflopen.at(-1);
  if (laatste === undefined) throw new Error('a set without messages');
  const bevindingen = laatste.verdict.bevindingen.filter((b) => b.regel !== 'POORT-RETOUR');
  return {
    bericht: laatste.bericht,
    bytes: laatste.bytes,
    kennis: laatste.kennis,
    afspraken: gateway.afspraken,
    status: laatste.verdict.status,
    voor: aflopen
      .slice(0, -1)
      .map(({ verdict: { status, bevindingen: b } }) => [status, ...b.map((x) => x.regel)].join(' ')),
    bevindingen,
    regels: [...new Set(bevindingen.map((b) => b.regel))].sort(),
  };
}
