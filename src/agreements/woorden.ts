import { labelVan } from '../standard/codelists/labels.ts';
import { datumInWoorden } from '../standard/datum-woorden.ts';
import type { Afspraken } from './afspraken.ts';
import type { Contract, Product, Regime } from './document.ts';

/** Dutch sentences that name what decided: the contract, the regime, the product and the date. */

export function gemeenteNaam(code: string, afspraken: Afspraken): string {
  const naam = afspraken.gemeente(code)?.naam;
  return naam === undefined ? `gemeente ${code}` : `gemeente ${naam} (${code})`;
}

export function aanbiederNaam(agb: string, afspraken: Afspraken): string {
  const naam = afspraken.aanbieder(agb)?.naam;
  return naam === undefined ? `aanbieder ${agb}` : `aanbieder ${agb} (${naam})`;
}

export function productNaam({ categorie, code, naam }: Pick<Product, 'categorie' | 'code' | 'naam'>): string {
  return `product ${categorie} ${code} (${naam})`;
}

export function zin(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

/** Who asks what of whom, and the day that decides (docs/decisions/dates-and-clock.md). */
export interface Waarover {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly datum: string;
}

export function geenRegime({ gemeente, datum }: Waarover, afspraken: Afspraken): string {
  return `Geen regime voor ${gemeenteNaam(gemeente, afspraken)} op ${datumInWoorden(datum)}: de afspraken noemen er voor die dag geen.`;
}

export function geenContract({ aanbieder, datum }: Waarover, regime: Regime, afspraken: Afspraken): string {
  return `Geen contract van ${aanbiederNaam(aanbieder, afspraken)} in regime ${regime.code} op ${datumInWoorden(datum)}.`;
}

export function contractZin(contract: Contract, { aanbieder, datum }: Waarover, afspraken: Afspraken): string {
  return `Contract ${contract.nummer} van ${aanbiederNaam(aanbieder, afspraken)} in regime ${contract.regime}, geldig op ${datumInWoorden(datum)}`;
}

export function alsOnderaannemer(contract: Contract, over: Waarover, afspraken: Afspraken): string {
  return `${contractZin(contract, over, afspraken)}, is een contract als onderaannemer: alleen de hoofdaannemer krijgt de toewijzing en de betaling.`;
}

export function isTaakgericht(regime: Regime, { gemeente, datum }: Waarover, afspraken: Afspraken): string {
  return `Regime ${regime.code} van ${gemeenteNaam(gemeente, afspraken)} is op ${datumInWoorden(datum)} taakgericht: er worden geen toewijzingen gegeven.`;
}

export function productBuitenContract(code: string, contract: Contract, over: Waarover, afspraken: Afspraken): string {
  return `Product ${code} staat niet in contract ${contract.nummer} van ${aanbiederNaam(over.aanbieder, afspraken)} in regime ${contract.regime} op ${datumInWoorden(over.datum)}.`;
}

export function periodeBuitenContract(contract: Contract, einddatum: string | null): string {
  const tot = contract.geldigTot === null ? 'onbepaalde tijd' : datumInWoorden(contract.geldigTot);
  const gevraagd = einddatum === null ? 'zonder einddatum' : `tot en met ${datumInWoorden(einddatum)}`;
  return `Contract ${contract.nummer} in regime ${contract.regime} loopt tot en met ${tot}; gevraagd is ${gevraagd}.`;
}

/** `van 7 tot 13 jaar`; empty without bounds. */
export function leeftijden({ leeftijdVan, leeftijdTot }: Pick<Product, 'leeftijdVan' | 'leeftijdTot'>): string {
  const van = leeftijdVan === null ? [] : [`vanaf ${leeftijdVan} jaar`];
  const tot = leeftijdTot === null ? [] : [`tot ${leeftijdTot} jaar`];
  return [...van, ...tot].join(' en ');
}

export function verwijzerNaam(type: string): string {
  const naam = labelVan('3.2', 'LDT_TypeVerwijzer', type);
  return naam === null ? type : `${type} (${naam})`;
}
