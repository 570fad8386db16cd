import type { Release } from '../../standard/message-types.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Regel } from '../regel.ts';
import { euro } from '../texts/euro.ts';
import { getekendBedrag, isAfgewezen, isCreditNul } from './bedragen.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';

/** JW304 of iJW 2.3 and what it shares with the JW303: signs of amounts, and the totals of an answer (A7, A8). */

const OUD: readonly Release[] = ['2.3'];
const INGEDIEND = 'IngediendeBedragPrestatie';
const TOEGEKEND = 'ToegekendeBedragPrestatie';

const FACTUURBEDRAG = `${INGEDIEND}/DeclaratieFactuurBedrag`;

const PER_PRESTATIE = [
  `${INGEDIEND}/BerekendBedrag`,
  `${INGEDIEND}/BtwBedrag`,
  FACTUURBEDRAG,
  `${TOEGEKEND}/GemeenteBerekendBedrag`,
  `${TOEGEKEND}/ToegekendBedrag`,
];
const IN_HEADER = [
  'DeclaratieFactuurBedragen/DeclaratieFactuurTotaalBedrag',
  'DeclaratieFactuurBedragen/BtwTotaalBedrag',
  'RetourBedragen/IngediendTotaalBedrag',
  'RetourBedragen/ToegekendTotaalBedrag',
];

function nulIsDebet(klasse: string, elementen: readonly string[]): Regel[] {
  const bereik = { berichten: ['JW303', 'JW304'] as const, klassen: [klasse], releases: OUD };
  return inhoudsregel('CS325', bereik, ({ waarden }) =>
    elementen
      .filter((element) => isCreditNul(waarden, element))
      .map((element) => ({ element: `${element}/DebetCredit` })),
  );
}

/** Amounts of a line, none of them zero, whose sign is not that of its DeclaratieFactuurBedrag: a zero is always D (CS325). */
function andersGetekend({ waarden }: Klasse): string[] {
  const gevuld = PER_PRESTATIE.filter((element) => getekendBedrag(waarden, element) !== 0);
  const teken = (element: string) => waardeVan(waarden, `${element}/DebetCredit`);
  if (new Set(gevuld.map(teken)).size < 2) return [];
  return gevuld.filter((element) => teken(element) !== teken(FACTUURBEDRAG)).map((e) => e.split('/').at(-1) ?? e);
}

export const JW304_REGELS: readonly Regel[] = [
  ...nulIsDebet('Header', IN_HEADER),
  ...nulIsDebet('Prestatie', PER_PRESTATIE),
  ...inhoudsregel('CS327', { berichten: ['JW303', 'JW304'], klassen: ['Prestatie'], releases: OUD }, (prestatie) => {
    const anders = andersGetekend(prestatie);
    return alsFout(anders.length > 0, `${FACTUURBEDRAG}/DebetCredit`, { anders: anders.join(', ') });
  }),
  ...inhoudsregel('TR320', { berichten: ['JW304'], klassen: ['Header'], releases: OUD }, (header, { klassen }) => {
    const toegekend = getekendBedrag(header.waarden, 'RetourBedragen/ToegekendTotaalBedrag');
    const verschil = getekendBedrag(header.waarden, 'RetourBedragen/IngediendTotaalBedrag') - toegekend;
    const som = klassen
      .filter((klasse) => klasse.naam === 'Prestatie')
      .reduce((opgeteld, { waarden }) => {
        const ingediend = getekendBedrag(waarden, `${INGEDIEND}/DeclaratieFactuurBedrag`);
        return opgeteld + ingediend - getekendBedrag(waarden, `${TOEGEKEND}/ToegekendBedrag`);
      }, 0);
    const fout = isAfgewezen(header) ? toegekend !== 0 : som !== verschil;
    const bedragen = { toegekend: euro(toegekend), verschil: euro(verschil), som: euro(som) };
    return alsFout(fout, 'RetourBedragen/ToegekendTotaalBedrag/TotaalBedrag', bedragen);
  }),
];
