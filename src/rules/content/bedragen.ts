import { below, type ElementPath } from '../../standard/path.ts';
import type { Groep } from '../../xml/tree.ts';
import { groepVan, waardeVan } from '../../xml/tree.ts';
import { prestatieVan } from '../declaration/prestatie.ts';
import type { Klasse } from '../klasse.ts';
import type { Regel } from '../regel.ts';
import { ALLEEN_32 } from '../releases.ts';
import { euro } from '../texts/euro.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import { isGevuld } from './velden.ts';

/** Amounts of JW323 and JW325, in eurocents (docs/decisions/debet-and-credit.md). */

/** Eurocents with their sign, of the group at `pad` that holds Bedrag or TotaalBedrag with DebetCredit; 0 when absent. */
export function getekendBedrag(groep: Groep, pad: ElementPath): number {
  const bedrag = Number(waardeVan(groep, below(pad, 'Bedrag')) ?? waardeVan(groep, below(pad, 'TotaalBedrag')) ?? 0);
  return waardeVan(groep, below(pad, 'DebetCredit')) === 'C' ? -bedrag : bedrag;
}

/** Against CS325: zero carries D. */
export function isCreditNul(groep: Groep, pad: ElementPath): boolean {
  return waardeVan(groep, below(pad, 'DebetCredit')) === 'C' && getekendBedrag(groep, pad) === 0;
}

function som(prestaties: readonly Klasse[]): number {
  return prestaties.reduce((totaal, klasse) => {
    const { bedrag, debetCredit } = prestatieVan(klasse);
    return totaal + (debetCredit === 'C' ? -bedrag : bedrag);
  }, 0);
}

/** A klasse of an answer that was refused itself: a code other than "no remark" (0200) and "granted" (8001). */
export function isAfgewezen({ waarden }: Klasse): boolean {
  const codes = groepVan(waarden, 'RetourCodes')?.RetourCode;
  if (!Array.isArray(codes)) return false;
  return codes.some((code: unknown) => code !== '0200' && code !== '8001');
}

const PRESTATIE = { berichten: ['JW323'], klassen: ['Prestatie'], releases: ALLEEN_32 } as const;

function nulIsDebet(bericht: 'JW323' | 'JW325', klasse: string, elementen: readonly ElementPath[]): Regel[] {
  return inhoudsregel('CS325', { berichten: [bericht], klassen: [klasse], releases: ALLEEN_32 }, ({ waarden }) =>
    elementen
      .filter((element) => isCreditNul(waarden, element))
      .map((element) => ({ element: below(element, 'DebetCredit') })),
  );
}

export const BEDRAG_REGELS: readonly Regel[] = [
  ...inhoudsregel(
    'TR358',
    { berichten: ['JW323'], klassen: ['Declaratie'], releases: ALLEEN_32 },
    ({ waarden }, { klassen }) => {
      const totaal = getekendBedrag(waarden, 'TotaalIngediendBedrag');
      const opgeteld = som(klassen.filter((k) => k.naam === 'Prestatie'));
      const bedragen = { totaal: euro(totaal), som: euro(opgeteld) };
      // A total that should have the other sign is two elements wrong.
      const hoort = opgeteld >= 0 === totaal >= 0 ? Math.abs(opgeteld) : undefined;
      return alsFout(totaal !== opgeteld, 'TotaalIngediendBedrag/TotaalBedrag', bedragen, hoort);
    },
  ),
  ...inhoudsregel(
    'TR342',
    { berichten: ['JW325'], klassen: ['DeclaratieAntwoord'], releases: ALLEEN_32 },
    (antwoord, { klassen }) => {
      const toegekend = getekendBedrag(antwoord.waarden, 'TotaalToegekendBedrag');
      const verschil = getekendBedrag(antwoord.waarden, 'TotaalIngediendBedrag') - toegekend;
      const opgeteld = som(klassen.filter((k) => k.naam === 'Prestatie'));
      const fout = isAfgewezen(antwoord) ? toegekend !== 0 : opgeteld !== verschil;
      const bedragen = { toegekend: euro(toegekend), verschil: euro(verschil), som: euro(opgeteld) };
      return alsFout(fout, 'TotaalToegekendBedrag/TotaalBedrag', bedragen);
    },
  ),
  ...nulIsDebet('JW323', 'Declaratie', ['TotaalIngediendBedrag']),
  ...nulIsDebet('JW323', 'Prestatie', ['IngediendBedrag']),
  ...nulIsDebet('JW325', 'DeclaratieAntwoord', ['TotaalIngediendBedrag', 'TotaalToegekendBedrag']),
  ...nulIsDebet('JW325', 'Prestatie', ['IngediendBedrag']),
  ...inhoudsregel('CD087', PRESTATIE, ({ waarden }) => {
    const inEuros = waardeVan(waarden, 'Eenheid') === '83';
    const eenheid = waardeVan(waarden, 'Eenheid') ?? '';
    return alsFout(inEuros === isGevuld(waarden, 'ProductTarief'), 'ProductTarief', { eenheid });
  }),
  ...inhoudsregel('CS339', PRESTATIE, (prestatie) => {
    const { eenheid, bedrag, volume } = prestatieVan(prestatie);
    const bedragen = { bedrag: euro(bedrag), volume };
    return alsFout(eenheid === '83' && bedrag !== volume, 'IngediendBedrag/Bedrag', bedragen);
  }),
];
