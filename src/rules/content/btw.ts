import type { ElementPath } from '../../standard/path.ts';
import type { Groep } from '../../xml/tree.ts';
import { groepVan, waardeVan } from '../../xml/tree.ts';
import type { Afkeur, Regel } from '../regel.ts';
import { euro } from '../texts/euro.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import { ALLEEN_303, HEADER_23, INGEDIEND, NUMMERS, PRESTATIE_23, TOTALEN } from './velden-2.3.ts';

/** Btw in a JW303 and JW304: which elements a line must or may not have, and what the Header then needs. */

const VRIJSTELLING = `${INGEDIEND}/BtwVrijstellingIndicatie`;
const PERCENTAGE = `${INGEDIEND}/BtwPercentage`;
const BEDRAG = `${INGEDIEND}/BtwBedrag`;
const BTW_NUMMER = `${NUMMERS}/BtwIDNummer`;
const BTW_TOTAAL = `${TOTALEN}/BtwTotaalBedrag`;

const vrijstelling = (prestatie: Groep) => waardeVan(prestatie, VRIJSTELLING);

function heeft(groep: Groep, pad: ElementPath): boolean {
  return waardeVan(groep, pad) !== undefined || groepVan(groep, pad) !== undefined;
}

/** A finding on each of these elements that is not there. */
function ontbrekend(groep: Groep, paden: readonly ElementPath[]): Afkeur[] {
  return paden.filter((pad) => !heeft(groep, pad)).map((element) => ({ element }));
}

export const BTW_REGELS: readonly Regel[] = [
  ...inhoudsregel('CD055', PRESTATIE_23, ({ waarden }) =>
    vrijstelling(waarden) === '2' ? ontbrekend(waarden, [PERCENTAGE, BEDRAG]) : [],
  ),
  // Once, however many lines are not exempt. A JW304 has no totals of btw.
  ...inhoudsregel('CD055', HEADER_23, ({ waarden }, { bericht, klassen }) => {
    const metBtw = klassen.some((klasse) => klasse.naam === 'Prestatie' && vrijstelling(klasse.waarden) === '2');
    return metBtw ? ontbrekend(waarden, bericht.type === 'JW303' ? [BTW_NUMMER, BTW_TOTAAL] : [BTW_NUMMER]) : [];
  }),
  ...inhoudsregel('CD056', PRESTATIE_23, ({ waarden }) => {
    if (vrijstelling(waarden) !== '1') return [];
    const percentage = waardeVan(waarden, PERCENTAGE);
    const bedrag = waardeVan(waarden, `${BEDRAG}/Bedrag`);
    return [
      ...alsFout(percentage !== undefined, PERCENTAGE, { inhoud: percentage ?? '' }),
      ...alsFout(bedrag !== undefined, BEDRAG, { inhoud: euro(Number(bedrag)) }),
    ];
  }),
  ...inhoudsregel('CD059', { ...PRESTATIE_23, ...ALLEEN_303 }, ({ waarden }, { bericht }) => {
    const factuur = waardeVan(bericht.inhoud, 'Header/BerichtCode') === '450';
    return alsFout(factuur && vrijstelling(waarden) === undefined, VRIJSTELLING);
  }),
];
