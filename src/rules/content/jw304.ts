import { isVoor } from '../../standard/datum.ts';
import { below, type ElementPath } from '../../standard/path.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Regel } from '../regel.ts';
import { euro } from '../texts/euro.ts';
import { getekendBedrag, isAfgewezen, isCreditNul } from './bedragen.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import { FACTUUR_DAGTEKENING } from './velden.ts';
import { ALLEEN_304, HEADER_23, INGEDIEND, PRESTATIE_23, TOEGEKEND } from './velden-2.3.ts';

/** JW304 of iJW 2.3 and what it shares with the JW303: signs of amounts, and the totals of an answer. */

const FACTUURBEDRAG = `${INGEDIEND}/DeclaratieFactuurBedrag`;
/** Amounts of a line that have the sign of its DeclaratieFactuurBedrag. */
const ZELFDE_TEKEN: readonly ElementPath[] = [`${INGEDIEND}/BerekendBedrag`, `${INGEDIEND}/BtwBedrag`];

const PER_PRESTATIE: readonly ElementPath[] = [
  ...ZELFDE_TEKEN,
  FACTUURBEDRAG,
  `${TOEGEKEND}/GemeenteBerekendBedrag`,
  `${TOEGEKEND}/ToegekendBedrag`,
];
const IN_HEADER: readonly ElementPath[] = [
  'DeclaratieFactuurBedragen/DeclaratieFactuurTotaalBedrag',
  'DeclaratieFactuurBedragen/BtwTotaalBedrag',
  'RetourBedragen/IngediendTotaalBedrag',
  'RetourBedragen/ToegekendTotaalBedrag',
];

function nulIsDebet(bereik: typeof HEADER_23, elementen: readonly ElementPath[]): Regel[] {
  return inhoudsregel('CS325', bereik, ({ waarden }) =>
    elementen
      .filter((element) => isCreditNul(waarden, element))
      .map((element) => ({ element: below(element, 'DebetCredit') })),
  );
}

/** Amounts whose sign is not that of the DeclaratieFactuurBedrag beside it. A zero is always D (CS325), so it says nothing. */
function andersGetekend({ waarden }: Klasse): ElementPath[] {
  if (getekendBedrag(waarden, FACTUURBEDRAG) === 0) return [];
  const teken = (element: ElementPath) => waardeVan(waarden, below(element, 'DebetCredit'));
  return ZELFDE_TEKEN.filter(
    (element) => getekendBedrag(waarden, element) !== 0 && teken(element) !== teken(FACTUURBEDRAG),
  );
}

export const JW304_REGELS: readonly Regel[] = [
  ...nulIsDebet(HEADER_23, IN_HEADER),
  ...nulIsDebet(PRESTATIE_23, PER_PRESTATIE),
  ...inhoudsregel('CS327', PRESTATIE_23, (prestatie) =>
    andersGetekend(prestatie).map((element) => ({
      element: below(element, 'DebetCredit'),
      waarden: { bedragnaam: element.split('/').at(-1) ?? element },
    })),
  ),
  ...inhoudsregel('CS324', { ...HEADER_23, ...ALLEEN_304 }, ({ waarden }) => {
    const dagtekening = waardeVan(waarden, FACTUUR_DAGTEKENING) ?? '';
    const fout = isVoor(waardeVan(waarden, 'RetourHeader/RetourDagtekening') ?? '', dagtekening);
    return alsFout(fout, 'RetourHeader/RetourDagtekening', { dagtekening });
  }),
  ...inhoudsregel('TR320', { ...HEADER_23, ...ALLEEN_304 }, (header, { klassen }) => {
    const toegekend = getekendBedrag(header.waarden, 'RetourBedragen/ToegekendTotaalBedrag');
    const verschil = getekendBedrag(header.waarden, 'RetourBedragen/IngediendTotaalBedrag') - toegekend;
    const som = klassen
      .filter((klasse) => klasse.naam === 'Prestatie')
      .reduce((opgeteld, { waarden }) => {
        const ingediend = getekendBedrag(waarden, FACTUURBEDRAG);
        return opgeteld + ingediend - getekendBedrag(waarden, `${TOEGEKEND}/ToegekendBedrag`);
      }, 0);
    const fout = isAfgewezen(header) ? toegekend !== 0 : som !== verschil;
    const bedragen = { toegekend: euro(toegekend), verschil: euro(verschil), som: euro(som) };
    return alsFout(fout, 'RetourBedragen/ToegekendTotaalBedrag/TotaalBedrag', bedragen);
  }),
];
