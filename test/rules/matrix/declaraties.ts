import type { Bericht, Groep } from '../../../src/xml/tree.ts';
import { met } from '../builders.ts';

/** Where lines and totals of JW323, JW325, JW303 and JW304 stand, and how to change them so that the totals still agree. */

/** Every line of the basis is 150 euros. */
const CENTEN = 15000;
const KOP: Readonly<Record<string, string>> = { JW323: 'Declaratie/', JW325: 'DeclaratieAntwoord/' };
const TOTAAL: Readonly<Record<string, string>> = {
  JW323: 'Declaratie/TotaalIngediendBedrag',
  JW325: 'DeclaratieAntwoord/TotaalIngediendBedrag',
  JW303: 'Header/DeclaratieFactuurBedragen/DeclaratieFactuurTotaalBedrag',
  JW304: 'Header/RetourBedragen/IngediendTotaalBedrag',
};
const TOEGEKEND: Readonly<Record<string, string>> = {
  JW325: 'DeclaratieAntwoord/TotaalToegekendBedrag',
  JW304: 'Header/RetourBedragen/ToegekendTotaalBedrag',
};
/** All lines of a declaratie, the refused one of an answer; what they add up to. */
const SOM: Readonly<Record<string, number>> = { JW323: 3 * CENTEN, JW303: 2 * CENTEN, JW325: CENTEN, JW304: CENTEN };

export const clienten = ({ type }: Bericht) => `${KOP[type] ?? ''}Clienten/Client`;
/** The lines of the first client. */
export const regels = (bericht: Bericht) => `${clienten(bericht)}[1]/Prestaties/Prestatie`;
export const regel = (bericht: Bericht, nummer: number) => `${regels(bericht)}[${nummer}]`;
/** What was submitted for a line, below it. */
export const ingediend = ({ release }: Bericht) =>
  release === '2.3' ? 'IngediendeBedragPrestatie/DeclaratieFactuurBedrag' : 'IngediendBedrag';

export const bedrag = (Bedrag: string, DebetCredit = 'D'): Groep => ({ Bedrag, DebetCredit });

function totaal(centen: number): Groep {
  return { TotaalBedrag: String(Math.abs(centen)), DebetCredit: centen < 0 ? 'C' : 'D' };
}

/** What was submitted in all. */
export function zetTotaal(bericht: Bericht, centen: number): Bericht {
  return met(bericht, [TOTAAL[bericht.type] ?? '', totaal(centen)]);
}

/** The line as the credit of an earlier one; the totals follow. */
export function metCredit(bericht: Bericht, nummer: number, vorig: string): Bericht {
  const hier = bericht.type === 'JW325' || bericht.type === 'JW304' ? regels(bericht) : regel(bericht, nummer);
  const berekend: (readonly [string, string])[] =
    bericht.release === '2.3' ? [[`${hier}/IngediendeBedragPrestatie/BerekendBedrag/DebetCredit`, 'C']] : [];
  const alsCredit = met(
    bericht,
    [`${hier}/${ingediend(bericht)}/DebetCredit`, 'C'],
    [`${hier}/ProductReferentie/VorigReferentieNummer`, vorig],
    ...berekend,
  );
  const toegekend = TOEGEKEND[bericht.type];
  const som = somVan(alsCredit);
  if (toegekend === undefined) return zetTotaal(alsCredit, som);
  return met(zetTotaal(alsCredit, 2 * CENTEN), [toegekend, totaal(2 * CENTEN - som)]);
}

function somVan(bericht: Bericht): number {
  const credits = JSON.stringify(bericht.inhoud).split('VorigReferentieNummer').length - 1;
  return (SOM[bericht.type] ?? 0) - 2 * CENTEN * credits;
}

/** Every amount of every line zero, and every total. */
export function nullen(bericht: Bericht): Bericht {
  return { ...bericht, inhoud: opNul(bericht.inhoud) as Groep };
}

const OP_NUL: ReadonlySet<string> = new Set(['Bedrag', 'TotaalBedrag', 'GeleverdVolume']);

function opNul(waarde: unknown): unknown {
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  if (Array.isArray(waarde)) return waarde.map(opNul);
  return Object.fromEntries(Object.entries(waarde).map(([naam, kind]) => [naam, OP_NUL.has(naam) ? '0' : opNul(kind)]));
}
