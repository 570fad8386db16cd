import type { BerichtType, Release } from '../../standard/message-types.ts';
import type { Groep } from '../../xml/tree.ts';
import { groepVan, waardeVan } from '../../xml/tree.ts';
import { prestatieVan } from '../declaration/prestatie.ts';
import type { Klasse } from '../klasse.ts';
import type { Regel } from '../regel.ts';
import { euro } from '../texts/euro.ts';
import { getekendBedrag } from './bedragen.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import { isGevuld } from './velden.ts';

/** JW303 of iJW 2.3, declaratie (432) and factuur (450): STANDARD 2.3, A3, A6 and A8. */

const INGEDIEND = 'IngediendeBedragPrestatie';
const TOTALEN = 'DeclaratieFactuurBedragen';
const NUMMERS = 'DeclaratieFactuurIdentificatie';
const OUD: readonly Release[] = ['2.3'];
const PRESTATIE = { berichten: ['JW303'] as readonly BerichtType[], klassen: ['Prestatie'], releases: OUD };
const HEADER = { ...PRESTATIE, klassen: ['Header'] };

const vrijstelling = (prestatie: Groep) => waardeVan(prestatie, `${INGEDIEND}/BtwVrijstellingIndicatie`);

/** Elements about btw that a line has or lacks. */
function btw(prestatie: Groep): { percentage: boolean; bedrag: boolean } {
  return {
    percentage: isGevuld(prestatie, `${INGEDIEND}/BtwPercentage`),
    bedrag: groepVan(prestatie, `${INGEDIEND}/BtwBedrag`) !== undefined,
  };
}

/** TR312 and TR313: a total in the header is the signed sum of one amount of all lines. */
function totaalKlopt(code: string, totaal: string, bedrag: string): Regel[] {
  return inhoudsregel(code, HEADER, ({ waarden }, { klassen }) => {
    if (groepVan(waarden, `${TOTALEN}/${totaal}`) === undefined) return [];
    const genoemd = getekendBedrag(waarden, `${TOTALEN}/${totaal}`);
    const som = klassen
      .filter((klasse) => klasse.naam === 'Prestatie')
      .reduce((opgeteld, prestatie) => opgeteld + getekendBedrag(prestatie.waarden, `${INGEDIEND}/${bedrag}`), 0);
    const bedragen = { totaal: euro(genoemd), som: euro(som) };
    return alsFout(genoemd !== som, `${TOTALEN}/${totaal}/TotaalBedrag`, bedragen);
  });
}

/** CD055: a line with btw needs its own two elements, and two in the header. */
function ontbrekendeBtw({ waarden }: Klasse, header: Groep): string[] {
  const { percentage, bedrag } = btw(waarden);
  return [
    percentage ? '' : 'BtwPercentage',
    bedrag ? '' : 'BtwBedrag',
    isGevuld(header, `${NUMMERS}/BtwIDNummer`) ? '' : 'BtwIDNummer',
    groepVan(header, `${TOTALEN}/BtwTotaalBedrag`) === undefined ? 'BtwTotaalBedrag' : '',
  ].filter((element) => element !== '');
}

export const JW303_REGELS: readonly Regel[] = [
  ...totaalKlopt('TR312', 'DeclaratieFactuurTotaalBedrag', 'DeclaratieFactuurBedrag'),
  ...totaalKlopt('TR313', 'BtwTotaalBedrag', 'BtwBedrag'),
  ...inhoudsregel('TR317', PRESTATIE, ({ waarden }) => {
    const tarief = waardeVan(waarden, `${INGEDIEND}/ProductTarief`);
    const berekend = waardeVan(waarden, `${INGEDIEND}/BerekendBedrag/Bedrag`);
    if (tarief === undefined || berekend === undefined) return [];
    const uitkomst = Number(waardeVan(waarden, `${INGEDIEND}/GeleverdVolume`)) * Number(tarief);
    const bedragen = { berekend: euro(Number(berekend)), uitkomst: euro(uitkomst) };
    return alsFout(Number(berekend) !== uitkomst, `${INGEDIEND}/BerekendBedrag/Bedrag`, bedragen);
  }),
  ...inhoudsregel('CD055', PRESTATIE, (prestatie, { bericht }) => {
    if (vrijstelling(prestatie.waarden) !== '2') return [];
    const ontbreekt = ontbrekendeBtw(prestatie, groepVan(bericht.inhoud, 'Header') ?? {});
    const element = `${INGEDIEND}/BtwVrijstellingIndicatie`;
    return alsFout(ontbreekt.length > 0, element, { ontbreekt: ontbreekt.join(', ') });
  }),
  ...inhoudsregel('CD056', PRESTATIE, ({ waarden }) => {
    const { percentage, bedrag } = btw(waarden);
    const fout = vrijstelling(waarden) === '1' && (percentage || bedrag);
    return alsFout(fout, `${INGEDIEND}/BtwVrijstellingIndicatie`);
  }),
  ...inhoudsregel('CD058', HEADER, ({ waarden }) => {
    const naarServicebureau = waardeVan(waarden, 'BetalingAanID') === '01';
    return alsFout(naarServicebureau && !isGevuld(waarden, 'Servicebureau'), 'Servicebureau');
  }),
  ...inhoudsregel('CD059', PRESTATIE, ({ waarden }, { bericht }) => {
    const factuur = waardeVan(bericht.inhoud, 'Header/BerichtCode') === '450';
    return alsFout(factuur && vrijstelling(waarden) === undefined, `${INGEDIEND}/BtwVrijstellingIndicatie`);
  }),
  ...inhoudsregel('CD062', PRESTATIE, (prestatie) => {
    const { eenheid, tarief } = prestatieVan(prestatie);
    return alsFout(eenheid === '83' && tarief !== null, `${INGEDIEND}/ProductTarief`);
  }),
  ...inhoudsregel('CS323', PRESTATIE, (prestatie) => {
    const berekend = waardeVan(prestatie.waarden, `${INGEDIEND}/BerekendBedrag/Bedrag`);
    const { bedrag } = prestatieVan(prestatie);
    if (berekend === undefined) return [];
    const bedragen = { bedrag: euro(bedrag), berekend: euro(Number(berekend)) };
    return alsFout(bedrag > Number(berekend), `${INGEDIEND}/DeclaratieFactuurBedrag/Bedrag`, bedragen);
  }),
];
