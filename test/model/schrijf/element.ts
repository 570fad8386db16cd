export type Deel = string | number | null;

const inhoud = (delen: readonly Deel[]) => delen.filter((d) => d !== null).join('');

/** In the namespace of the message; `schrijf` gives it its prefix. */
export const el = (naam: string, ...delen: Deel[]) => `<_${naam}>${inhoud(delen)}</_${naam}>`;
/** In the namespace of the base schema. */
export const b = (naam: string, ...delen: Deel[]) => `<:${naam}>${inhoud(delen)}</:${naam}>`;
export const als = <T>(waarde: T | null | undefined, maak: (waarde: T) => string) =>
  waarde === null || waarde === undefined ? null : maak(waarde);
export const lijst = (naam: string, items: readonly string[]) => (items.length === 0 ? null : el(naam, ...items));
export const bedrag = (naam: string, som: number, dc: 'D' | 'C') => b(naam, b('Bedrag', som), b('DebetCredit', dc));
/** A signed sum; zero is D. */
export const totaal = (som: number) => b('TotaalBedrag', Math.abs(som)) + b('DebetCredit', som < 0 ? 'C' : 'D');

export function naam(achternaam = 'Wit'): string {
  return b('Geslachtsnaam', b('Achternaam', achternaam));
}
export const persoon = (bsn: string, ...meer: Deel[]) =>
  el('Bsn', bsn) + el('Geboortedatum', b('Datum', '2014-05-05')) + el('Geslacht', 1) + el('Naam', naam(), ...meer);
