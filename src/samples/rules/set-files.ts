import { MESSAGES } from '../../standard/messages/index.ts';
import type { Bericht } from '../../xml/tree.ts';
import { writeBericht } from '../../xml/write/write.ts';
import type { Omstandigheid } from '../decor.ts';
import { afzenderVan, type Scenario } from '../scenario.ts';
import { type DoorXsd, doorXsd } from './held-by-xsd.ts';
import { alleScenarios, scenariosVoor } from './index.ts';
import { nietAlleen } from './not-alone.ts';

/** What is written of one set: a folder with the messages in order, and what the gateway should make of the last one. */
export interface SetBestanden {
  readonly regel: string;
  /** Path of the folder below the one that was asked for. */
  readonly map: string;
  readonly bestanden: readonly { readonly pad: string; readonly inhoud: Uint8Array }[];
  /** The failing message. */
  readonly fout: Uint8Array;
  /** It can be judged by itself: nothing need go before it. */
  readonly losstaand: boolean;
}

/** The sets of one rule, or of all; empty for a rule that nobody knows. */
export function setsVoor(regel: string | 'all', omstandigheid: Omstandigheid): SetBestanden[] {
  const scenarios = regel === 'all' ? alleScenarios(omstandigheid) : scenariosVoor(regel, omstandigheid);
  const gehouden = doorXsd(omstandigheid).filter((held) => regel === 'all' || held.regel === regel);
  return [...scenarios.map(setVan), ...gehouden.map(xsdSetVan)];
}

function setVan(scenario: Scenario): SetBestanden {
  const { regel, release, type, naam, vandaag, afspraken } = scenario;
  const fout = reeks('fout', scenario.fout);
  const goed = reeks('goed', scenario.goed);
  const companion = nietAlleen(scenario);
  // Beside every fault in an answer that came in: it was not delivered.
  const poort = MESSAGES[type].aard === 'declaratie-antwoord' ? ['POORT-RETOUR'] : [];
  const beschrijving = {
    regel,
    bericht: type,
    release,
    datum: vandaag,
    afspraken: 'afspraken.json',
    verwacht: { regels: [regel, ...(companion === undefined ? [] : [companion.met]), ...poort] },
    fout: fout.map(({ stuk }) => stuk),
    goed: goed.map(({ stuk }) => stuk),
  };
  return {
    regel,
    map: `${regel}/${type}-${release}${naam === '' ? '' : `-${naam}`}`,
    bestanden: [
      { pad: 'set.json', inhoud: json(beschrijving) },
      { pad: 'afspraken.json', inhoud: json(afspraken) },
      ...[...fout, ...goed].map(({ stuk, inhoud }) => ({ pad: stuk.bestand, inhoud })),
    ],
    fout: fout.at(-1)?.inhoud ?? new Uint8Array(),
    losstaand: scenario.fout.length === 1 && scenario.fout.length === scenario.goed.length,
  };
}

/** A rule that the schema holds: one message, refused before any rule is asked. */
function xsdSetVan({ regel, release, type, bericht, element }: DoorXsd): SetBestanden {
  const fout = reeks('fout', [bericht]);
  const beschrijving = {
    regel,
    bericht: type,
    release,
    verwacht: { regels: ['XSD'], pad: element },
    fout: fout.map(({ stuk }) => stuk),
  };
  return {
    regel,
    map: `${regel}/${type}-${release}`,
    bestanden: [
      { pad: 'set.json', inhoud: json(beschrijving) },
      ...fout.map(({ stuk, inhoud }) => ({ pad: stuk.bestand, inhoud })),
    ],
    fout: fout.at(-1)?.inhoud ?? new Uint8Array(),
    losstaand: true,
  };
}

/** Messages with their place in the set and who sends each. */
function reeks(map: 'fout' | 'goed', berichten: readonly Bericht[]) {
  return berichten.map((bericht, i) => ({
    stuk: { bestand: `${map}/${i + 1}-${bericht.type}.xml`, type: bericht.type, afzender: afzenderVan(bericht) },
    inhoud: writeBericht(bericht),
  }));
}

function json(waarde: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(waarde, null, 2)}\n`);
}
