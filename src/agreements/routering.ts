import { datumInWoorden } from '../standard/datum-woorden.ts';
import type { Afspraken } from './afspraken.ts';
import { gemeenteNaam, zin } from './woorden.ts';

/** Where a message for a gemeente goes, and why (docs/decisions/routing.md). */
export interface Routering {
  readonly regio: string | null;
  /** TR378: the code is valid on the date. */
  readonly gemeentecodeGeldig: boolean;
  /** The gemeente whose key collects for this code too; null without a successor. */
  readonly opvolger: string | null;
  readonly redenen: readonly string[];
}

export function routeringVan(gemeente: string, datum: string, afspraken: Afspraken): Routering {
  const regio = afspraken.regioVan(gemeente);
  const geldig = afspraken.gemeenteGeldig(gemeente, datum);
  const opvolger = afspraken.gemeente(gemeente)?.opvolger ?? null;
  const naam = gemeenteNaam(gemeente, afspraken);
  const redenen = [waarheen(gemeente, naam, regio, afspraken)];
  if (!geldig && afspraken.gemeenteBekend(gemeente)) {
    redenen.push(
      `De gemeentecode ${gemeente} is op ${datumInWoorden(datum)} niet geldig (TR378); de route verandert daar niet door.`,
    );
  }
  if (opvolger !== null) {
    redenen.push(`${zin(gemeenteNaam(opvolger, afspraken))} is de opvolger: haar sleutel haalt ook deze berichten op.`);
  }
  return { regio, gemeentecodeGeldig: geldig, opvolger, redenen };
}

function waarheen(gemeente: string, naam: string, regio: string | null, afspraken: Afspraken): string {
  if (regio !== null) return `${zin(naam)} hoort bij regio ${regio}.`;
  return afspraken.gemeenteBekend(gemeente)
    ? `Geen regio hier bedient ${naam}: een bericht wordt geweigerd (POORT-IB005).`
    : `Gemeentecode ${gemeente} staat op geen enkele lijst: een bericht wordt afgekeurd (TR378).`;
}
