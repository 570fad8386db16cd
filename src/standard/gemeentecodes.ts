/**
 * Which gemeentecodes the CBS knows and when each was in use (TR378, S300). Only the list of 2026 is a source; what is on
 * it counts as valid from 1 January 2015 unless its beginning is known to be later. Codes of before 2015 are unknown.
 */
import { GEMEENTEN_2026 } from './codelists/gemeenten-2026.ts';
import { INGESTELD, OPGEHEVEN } from './codelists/gemeenten-historie.ts';
import { isNa, isVoor } from './datum.ts';

export interface CbsGemeente {
  /** Four digits. */
  readonly code: string;
  readonly naam: string;
  /** First and last day; null is open. */
  readonly van: string | null;
  readonly tot: string | null;
}

const BEGIN_JEUGDWET = '2015-01-01';

function gemeentenIn(regels: string, tot: string | null): CbsGemeente[] {
  return regels
    .trim()
    .split('\n')
    .map((regel) => {
      const code = regel.slice(0, 4);
      return { code, naam: regel.slice(5), van: INGESTELD[code] ?? BEGIN_JEUGDWET, tot };
    });
}

const GEMEENTEN: ReadonlyMap<string, CbsGemeente> = new Map(
  [
    ...gemeentenIn(GEMEENTEN_2026, null),
    ...Object.entries(OPGEHEVEN).flatMap(([tot, regels]) => gemeentenIn(regels, tot)),
  ].map((gemeente) => [gemeente.code, gemeente]),
);

/** The gemeente that has or had this code; null when no list knows it. */
export function gemeenteVan(code: string): CbsGemeente | null {
  return GEMEENTEN.get(code) ?? null;
}

/** Whether this code is or was that of a gemeente, whenever. */
export function gemeenteBekendCbs(code: string): boolean {
  return GEMEENTEN.has(code);
}

/** Whether this code was that of a gemeente on the date (`YYYY-MM-DD`). */
export function gemeenteGeldigCbs(code: string, datum: string): boolean {
  const gemeente = gemeenteVan(code);
  if (gemeente === null) return false;
  return (
    (gemeente.van === null || !isVoor(datum, gemeente.van)) && (gemeente.tot === null || !isNa(datum, gemeente.tot))
  );
}

/** Every gemeente that is or was, in no particular order. */
export function alleGemeenten(): readonly CbsGemeente[] {
  return [...GEMEENTEN.values()];
}
