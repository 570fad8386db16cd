import type { Product } from '../agreements/document.ts';
import { jaarMaandDag } from '../standard/datum.ts';
import type { Geboorte } from './gevraagd.ts';

/** DatumGebruik 3: the date of birth is wholly unknown (1900-01-01 stands for it). */
const ONBEKEND = '3';

export type LeeftijdOordeel = 'binnen' | 'buiten' | 'onbekend';

/** Whether the client's age on a date is within the bounds of a product: `leeftijdVan` inclusive, `leeftijdTot` exclusive. */
export function leeftijdPast(product: Product, geboorte: Geboorte, datum: string): LeeftijdOordeel {
  const { leeftijdVan, leeftijdTot } = product;
  if (leeftijdVan === null && leeftijdTot === null) return 'binnen';
  if (geboorte.gebruik === ONBEKEND) return 'onbekend';
  const leeftijd = leeftijdOp(geboorte.datum, datum);
  const teJong = leeftijdVan !== null && leeftijd < leeftijdVan;
  const teOud = leeftijdTot !== null && leeftijd >= leeftijdTot;
  return teJong || teOud ? 'buiten' : 'binnen';
}

/** Age in whole years; who was born on 29 February has a birthday on 1 March in other years. */
export function leeftijdOp(geboortedatum: string, datum: string): number {
  const [jaar, maand, dag] = jaarMaandDag(datum);
  const [geboortejaar, geboortemaand, geboortedag] = jaarMaandDag(geboortedatum);
  const nogNietJarig = maand < geboortemaand || (maand === geboortemaand && dag < geboortedag);
  return jaar - geboortejaar - (nogNietJarig ? 1 : 0);
}
