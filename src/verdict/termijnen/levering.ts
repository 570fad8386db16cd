import type { RegieRecord } from '../../dossier/regie.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { ontvangstdag, type TermijnSoort, termijnDagen, termijnSleutel } from '../../requests/termijnen.ts';
import { isVerwijderd, toewijzingMet } from '../../rules/history/client.ts';
import { regieSleutel } from '../../rules/regie.ts';
import { isNa, vergelijkDatums } from '../../standard/datum.ts';
import type { Verdict } from '../verdict.ts';
import type { TermijnContext, TermijnWijziging } from './termijn-wijziging.ts';

/**
 * A start is told within five werkdagen (OP271), counted here from the Ingangsdatum or, for a retroactive toewijzing, from
 * its receipt: the gateway cannot know a start before it is told. A stop likewise, from the Einddatum (OP272).
 */
export function leveringTermijnen(verdict: Verdict, context: TermijnContext): TermijnWijziging[] {
  const geraakt = new Map<string, { readonly client: string; readonly nummer: number }>();
  const raak = (client: string, nummer: number | null) => {
    if (nummer !== null) geraakt.set(`${client}|${nummer}`, { client, nummer });
  };
  for (const mutatie of verdict.mutaties) {
    if (mutatie.soort === 'toewijzing') raak(mutatie.toewijzing.client, mutatie.toewijzing.nummer);
    else if (mutatie.soort === 'regie' || mutatie.soort === 'regie-verwijderd') {
      raak(mutatie.record.client, mutatie.record.toewijzingNummer);
    }
  }
  return [...geraakt.values()].flatMap(({ client, nummer }) => {
    const voor = toewijzingMet(nummer, client, context.kennis);
    const nieuwste = verdict.mutaties.findLast(
      (m) => m.soort === 'toewijzing' && m.toewijzing.nummer === nummer && m.toewijzing.client === client,
    );
    const na = nieuwste?.soort === 'toewijzing' ? nieuwste.toewijzing : voor;
    if (na === undefined) return [];
    const bekend = context.kennis.regieVan(client).filter((record) => record.toewijzingNummer === nummer);
    const nu = regieNa(bekend, verdict, client, nummer);
    return wijzigingen({ voor, na, was: standVan(bekend), wordt: standVan(nu) }, nummer, context);
  });
}

type Levering = 'geen' | 'loopt' | 'gestopt';

interface Verandering {
  readonly voor: Toewijzing | undefined;
  readonly na: Toewijzing;
  readonly was: Levering;
  readonly wordt: Levering;
}

/** A temporary stop is no end: the definitive one is still to come. */
const TIJDELIJK = '20';

function standVan(records: readonly RegieRecord[]): Levering {
  const starts = records.filter((record) => record.soort === 'start').map((record) => record.begindatum);
  const laatste = starts.sort(vergelijkDatums).at(-1);
  if (laatste === undefined) return 'geen';
  const gestopt = records.some(
    (r) => r.soort === 'stop' && r.begindatum === laatste && r.redenBeeindiging !== TIJDELIJK,
  );
  return gestopt ? 'gestopt' : 'loopt';
}

function regieNa(bekend: readonly RegieRecord[], verdict: Verdict, client: string, nummer: number): RegieRecord[] {
  const hier = (record: RegieRecord) => record.client === client && record.toewijzingNummer === nummer;
  // Both are the records themselves, told apart by all that a key has in any release.
  const volledig = (record: RegieRecord) => regieSleutel(record, '3.2');
  const weg = new Set<string>();
  const erbij: RegieRecord[] = [];
  for (const mutatie of verdict.mutaties) {
    if (mutatie.soort === 'regie-verwijderd' && hier(mutatie.record)) weg.add(volledig(mutatie.record));
    else if (mutatie.soort === 'regie' && hier(mutatie.record)) erbij.push(mutatie.record);
  }
  return [...bekend.filter((record) => !weg.has(volledig(record))), ...erbij];
}

function wijzigingen(
  { voor, na, was, wordt }: Verandering,
  nummer: number,
  context: TermijnContext,
): TermijnWijziging[] {
  const start = termijnSleutel.start(na.gemeente, nummer);
  const stop = termijnSleutel.stop(na.gemeente, nummer);
  const klaar = (...sleutels: readonly string[]) =>
    sleutels.map((sleutel): TermijnWijziging => ({ kind: 'done', sleutel }));
  if (isVerwijderd(na)) return voor === undefined || isVerwijderd(voor) ? [] : klaar(start, stop);
  const gelijk = voor !== undefined && !isVerwijderd(voor) && voor.einddatum === na.einddatum && was === wordt;
  if (gelijk) return [];
  const loopt = (soort: TermijnSoort, sleutel: string, vanaf: string): TermijnWijziging => {
    const ontvangst = ontvangstdag(context.kennis.ontvangenOp);
    const dagen = termijnDagen(soort, isNa(vanaf, ontvangst) ? vanaf : ontvangst);
    const { gemeente, aanbieder, berichtId } = na;
    const wie = { partij: aanbieder, gemeente, aanbieder, berichtId };
    return { kind: 'runs', termijn: { ...dagen, ...wie, sleutel, soort, referentie: null, toewijzingNummer: nummer } };
  };
  switch (wordt) {
    case 'geen':
      // A version with another end does not begin the term of the start anew.
      if (voor !== undefined && was === 'geen') return [];
      return [loopt('start', start, na.ingangsdatum), ...(was === 'geen' ? [] : klaar(stop))];
    case 'loopt':
      return [
        ...(was === 'geen' ? klaar(start) : []),
        ...(na.einddatum === null ? klaar(stop) : [loopt('stop', stop, na.einddatum)]),
      ];
    case 'gestopt':
      return was === 'gestopt' ? [] : klaar(start, stop);
  }
}
