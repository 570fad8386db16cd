import { isVoor } from '../../standard/datum.ts';
import { below, type ElementPath } from '../../standard/path.ts';
import { groepVan, waardeVan } from '../../xml/tree.ts';
import { bedragVolgt, GEVRAAGD, vraagtGeheel } from '../declaration/bedrag-volgt.ts';
import { prestatieVan } from '../declaration/prestatie.ts';
import type { Regel } from '../regel.ts';
import { euro } from '../texts/euro.ts';
import { getekendBedrag } from './bedragen.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import type { ContentCode } from './texts.ts';
import { isGevuld } from './velden.ts';
import { ALLEEN_303, HEADER_23, INGEDIEND, PRESTATIE_23, TOTALEN } from './velden-2.3.ts';

/** JW303 of iJW 2.3, declaratie (432) and factuur (450), and what its answer repeats. */

/** The Jeugdwet began, and iJW 2.3 with its units. */
const EERSTE_DAG = '2015-01-01';
const BEGIN_23 = '2019-04-01';
/** Week, and without regard to time. */
const VERVALLEN_EENHEDEN: ReadonlySet<string> = new Set(['21', '81']);

/** TR312 and TR313: a total in the header is the signed sum of one amount of all lines. */
function totaalKlopt(code: ContentCode, totaal: ElementPath, bedrag: ElementPath): Regel[] {
  return inhoudsregel(code, { ...HEADER_23, ...ALLEEN_303 }, ({ waarden }, { klassen }) => {
    if (groepVan(waarden, below(TOTALEN, totaal)) === undefined) return [];
    const genoemd = getekendBedrag(waarden, below(TOTALEN, totaal));
    const som = klassen
      .filter((klasse) => klasse.naam === 'Prestatie')
      .reduce((opgeteld, prestatie) => opgeteld + getekendBedrag(prestatie.waarden, below(INGEDIEND, bedrag)), 0);
    const bedragen = { totaal: euro(genoemd), som: euro(som) };
    const hoort = som >= 0 === genoemd >= 0 ? Math.abs(som) : undefined;
    return alsFout(genoemd !== som, `${TOTALEN}/${totaal}/TotaalBedrag`, bedragen, hoort);
  });
}

export const JW303_REGELS: readonly Regel[] = [
  ...totaalKlopt('TR312', 'DeclaratieFactuurTotaalBedrag', 'DeclaratieFactuurBedrag'),
  ...totaalKlopt('TR313', 'BtwTotaalBedrag', 'BtwBedrag'),
  ...inhoudsregel('TR317', PRESTATIE_23, ({ waarden }) => {
    const tarief = waardeVan(waarden, `${INGEDIEND}/ProductTarief`);
    const berekend = waardeVan(waarden, `${INGEDIEND}/BerekendBedrag/Bedrag`);
    if (tarief === undefined || berekend === undefined) return [];
    const uitkomst = Number(waardeVan(waarden, `${INGEDIEND}/GeleverdVolume`)) * Number(tarief);
    const bedragen = { berekend: euro(Number(berekend)), uitkomst: euro(uitkomst) };
    const volgt = bedragVolgt(waarden);
    // Where what is asked for does not follow, this alone would be half a correction, which passes.
    const weet = volgt || vraagtGeheel(waarden, String(uitkomst));
    const element = `${INGEDIEND}/BerekendBedrag/Bedrag`;
    return alsFout(Number(berekend) !== uitkomst, element, bedragen, weet ? uitkomst : undefined).map((een) =>
      volgt ? { ...een, ook: { [GEVRAAGD]: String(uitkomst) } } : een,
    );
  }),
  ...inhoudsregel('CD058', HEADER_23, ({ waarden }) => {
    const naarServicebureau = waardeVan(waarden, 'BetalingAanID') === '01';
    return alsFout(naarServicebureau && !isGevuld(waarden, 'Servicebureau'), 'Servicebureau');
  }),
  ...inhoudsregel('CD062', PRESTATIE_23, (prestatie) => {
    const { eenheid, tarief } = prestatieVan(prestatie);
    return alsFout(eenheid === '83' && tarief !== null, `${INGEDIEND}/ProductTarief`);
  }),
  ...inhoudsregel('CS323', PRESTATIE_23, (prestatie) => {
    const berekend = waardeVan(prestatie.waarden, `${INGEDIEND}/BerekendBedrag/Bedrag`);
    const { bedrag } = prestatieVan(prestatie);
    if (berekend === undefined) return [];
    const bedragen = { bedrag: euro(bedrag), berekend: euro(Number(berekend)) };
    return alsFout(bedrag > Number(berekend), `${INGEDIEND}/DeclaratieFactuurBedrag/Bedrag`, bedragen);
  }),
  ...inhoudsregel('CS328', PRESTATIE_23, (prestatie) =>
    alsFout(isVoor(prestatieVan(prestatie).begin, EERSTE_DAG), 'ProductPeriode/Begindatum'),
  ),
  ...inhoudsregel('CS331', PRESTATIE_23, (prestatie) => {
    const { begin, eenheid } = prestatieVan(prestatie);
    return alsFout(VERVALLEN_EENHEDEN.has(eenheid) && !isVoor(begin, BEGIN_23), `${INGEDIEND}/Eenheid`, { begin });
  }),
];
