import type { BerichtType, Release } from '../../standard/message-types.ts';
import type { ElementPath } from '../../standard/path.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { regieSleutel, regieVelden } from '../regie.ts';
import { ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { inhoudsregel } from './inhoudsregel.ts';

/** What may stand in a message once. Each rule walks the message once, from its Header. */

interface Sleutel {
  /** Elements of the key, as people are told. */
  readonly velden: (release: Release) => string;
  /** The first of them: where the finding points. */
  readonly element: string;
  /** Undefined where the key is not filled: then there is nothing to compare. */
  readonly van: (klasse: Klasse, release: Release) => string | undefined;
}

/** One element; a ToewijzingNummer as number, as leading zeros carry no meaning. */
function eenVeld(element: ElementPath, lees: (waarde: string) => string = (w) => w): Sleutel {
  const van = ({ waarden }: Klasse) => {
    const waarde = waardeVan(waarden, element);
    return waarde === undefined ? undefined : lees(waarde);
  };
  const naam = element.split('/').at(-1) ?? element;
  return { velden: () => naam, element, van };
}

const toewijzing = eenVeld('ToewijzingNummer', (nummer) => String(Number(nummer)));
const regie = (velden: Sleutel['velden']): Sleutel => ({
  velden,
  element: 'Begindatum',
  van: (klasse, release) => regieSleutel(regieVelden(klasse), release),
});

/** Logical keys within their parent (TR101). */
const SLEUTELS: ReadonlyMap<string, Sleutel> = new Map([
  ['Client', eenVeld('Bsn')],
  ['Relatie', eenVeld('Nummer')],
  ['Contact', eenVeld('Soort')],
  ['ToegewezenProduct', toewijzing],
  ['StartProduct', regie(() => 'ToewijzingNummer, Product en Begindatum')],
  [
    'StopProduct',
    regie((release) =>
      release === '2.3'
        ? 'ToewijzingNummer, Product, Begindatum en Einddatum'
        : 'ToewijzingNummer, Product, Begindatum, Einddatum en RedenBeeindiging',
    ),
  ],
  ['AangevraagdProduct', eenVeld('ReferentieAanbieder')],
  ['OngewijzigdProduct', toewijzing],
  ['TeWijzigenProduct', toewijzing],
  [
    'NieuwProduct',
    {
      velden: () => 'Product en GewensteIngangsdatum',
      element: 'GewensteIngangsdatum',
      van: ({ waarden }) =>
        (['Product/Categorie', 'Product/Code', 'GewensteIngangsdatum'] as const)
          .map((pad) => waardeVan(waarden, pad))
          .join('|'),
    },
  ],
  ['Prestatie', eenVeld('ProductReferentie/ReferentieNummer')],
]);

/** The klassen whose key an earlier one had; `undefined` keys are passed over. */
export function herhalingen(klassen: readonly Klasse[], sleutel: (klasse: Klasse) => string | undefined): Klasse[] {
  const gezien = new Set<string>();
  return klassen.filter((klasse) => {
    const waarde = sleutel(klasse);
    if (waarde === undefined) return false;
    const dubbel = gezien.has(waarde);
    gezien.add(waarde);
    return dubbel;
  });
}

function dubbeleRegels({ klassen, bericht: { release } }: Omgeving): Afkeur[] {
  const nummer = new Map<Klasse | null, number>([[null, 0]]);
  klassen.forEach((klasse, i) => {
    nummer.set(klasse, i + 1);
  });
  const dubbel = herhalingen(klassen, (klasse) => {
    const waarde = SLEUTELS.get(klasse.naam)?.van(klasse, release);
    return waarde === undefined ? undefined : `${klasse.naam}|${nummer.get(klasse.ouder)}|${waarde}`;
  });
  return dubbel.map((klasse) => ({
    klasse,
    element: SLEUTELS.get(klasse.naam)?.element ?? '',
    waarden: { sleutel: SLEUTELS.get(klasse.naam)?.velden(release) ?? '' },
  }));
}

const MET_SLEUTEL: readonly BerichtType[] = ['JW301', 'JW305', 'JW307', 'JW317', 'JW323', 'JW325', 'JW303', 'JW304'];

/** In a JW315 of iJW 2.3 products may share a ReferentieAanbieder, as the official sample has it: neither TR101 nor TR383. */
export const SLEUTEL_REGELS: readonly Regel[] = [
  ...inhoudsregel(
    'TR101',
    { berichten: MET_SLEUTEL, klassen: ['Header'], releases: BEIDE_RELEASES },
    (_header, omgeving) => dubbeleRegels(omgeving),
  ),
  ...inhoudsregel('TR101', { berichten: ['JW315'], klassen: ['Header'], releases: ALLEEN_32 }, (_header, omgeving) =>
    dubbeleRegels(omgeving),
  ),
  ...inhoudsregel(
    'TR383',
    { berichten: ['JW315'], klassen: ['Header'], releases: ALLEEN_32 },
    (_header, { klassen }) => {
      const producten = klassen.filter((klasse) => klasse.naam === 'AangevraagdProduct');
      return herhalingen(producten, ({ waarden }) => waardeVan(waarden, 'ReferentieAanbieder')).map((klasse) => ({
        klasse,
        element: 'ReferentieAanbieder',
      }));
    },
  ),
];
