import type { ClientSleutel } from './client-sleutel.ts';

/** What a message can be looked up by: a client, a toewijzing, a reference of the aanbieder, a declaratie. */
export type ZoektermSoort = 'client' | 'toewijzing' | 'referentie' | 'declaratie';

export interface Zoekterm {
  readonly soort: ZoektermSoort;
  readonly waarde: string;
}

/** What a message names. */
export interface OverWat {
  readonly clienten: readonly ClientSleutel[];
  readonly toewijzingNummers: readonly number[];
  /** ReferentieAanbieder. */
  readonly referenties: readonly string[];
  readonly declaraties: readonly string[];
  /** ReferentieNummer of its lines. */
  readonly prestaties: readonly string[];
}

/** All that it is looked up by. A line that was judged is kept as a prestatie and found by that (`regelsBewaard`). */
export function zoektermen(over: OverWat, { regelsBewaard }: { readonly regelsBewaard: boolean }): Zoekterm[] {
  const van = (soort: ZoektermSoort, waarden: readonly string[]) => waarden.map((waarde) => ({ soort, waarde }));
  return [
    ...van('client', over.clienten),
    ...van('toewijzing', over.toewijzingNummers.map(String)),
    ...van('referentie', regelsBewaard ? over.referenties : [...new Set([...over.referenties, ...over.prestaties])]),
    ...van('declaratie', over.declaraties),
  ];
}
