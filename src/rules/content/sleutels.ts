import type { BerichtType } from '../../standard/message-types.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Regel } from '../regel.ts';
import { regieSleutel, regieVelden } from '../regie.ts';
import { BEIDE_RELEASES, inhoudsregel } from './inhoudsregel.ts';

/** What may stand in a message once. Each rule walks the message once, from its Header. */

interface Sleutel {
  /** Elements of the key, as people are told. */
  readonly velden: string;
  /** The first of them: where the finding points. */
  readonly element: string;
  /** Undefined where the key is not filled: then there is nothing to compare. */
  readonly van: (klasse: Klasse) => string | undefined;
}

/** One element; a ToewijzingNummer as number, as leading zeros carry no meaning. */
function eenVeld(element: string, lees: (waarde: string) => string = (w) => w): Sleutel {
  const van = ({ waarden }: Klasse) => {
    const waarde = waardeVan(waarden, element);
    return waarde === undefined ? undefined : lees(waarde);
  };
  return { velden: element.split('/').at(-1) ?? element, element, van };
}

const toewijzing = eenVeld('ToewijzingNummer', (nummer) => String(Number(nummer)));
const regie = (velden: string): Sleutel => ({
  velden,
  element: 'Begindatum',
  van: (klasse) => regieSleutel(regieVelden(klasse)),
});

/** Logical keys within their parent (TR101). */
const SLEUTELS: ReadonlyMap<string, Sleutel> = new Map([
  ['Client', eenVeld('Bsn')],
  ['Relatie', eenVeld('Nummer')],
  ['Contact', eenVeld('Soort')],
  ['ToegewezenProduct', toewijzing],
  ['StartProduct', regie('ToewijzingNummer, Product en Begindatum')],
  ['StopProduct', regie('ToewijzingNummer, Product, Begindatum, Einddatum en RedenBeeindiging')],
  ['AangevraagdProduct', eenVeld('ReferentieAanbieder')],
  ['OngewijzigdProduct', toewijzing],
  ['TeWijzigenProduct', toewijzing],
  [
    'NieuwProduct',
    {
      velden: 'Product en GewensteIngangsdatum',
      element: 'GewensteIngangsdatum',
      van: ({ waarden }) =>
        ['Product/Categorie', 'Product/Code', 'GewensteIngangsdatum'].map((pad) => waardeVan(waarden, pad)).join('|'),
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

function dubbeleRegels(klassen: readonly Klasse[]): Afkeur[] {
  const nummer = new Map<Klasse | null, number>([[null, 0]]);
  klassen.forEach((klasse, i) => {
    nummer.set(klasse, i + 1);
  });
  const dubbel = herhalingen(klassen, (klasse) => {
    const waarde = SLEUTELS.get(klasse.naam)?.van(klasse);
    return waarde === undefined ? undefined : `${klasse.naam}|${nummer.get(klasse.ouder)}|${waarde}`;
  });
  return dubbel.map((klasse) => ({
    klasse,
    element: SLEUTELS.get(klasse.naam)?.element ?? '',
    waarden: { sleutel: SLEUTELS.get(klasse.naam)?.velden ?? '' },
  }));
}

const MET_SLEUTEL: readonly BerichtType[] = ['JW301', 'JW305', 'JW307', 'JW317', 'JW323', 'JW325', 'JW303', 'JW304'];

/** In a JW315 of iJW 2.3 products may share a ReferentieAanbieder, as the official sample has it: neither TR101 nor TR383. */
export const SLEUTEL_REGELS: readonly Regel[] = [
  ...inhoudsregel(
    'TR101',
    { berichten: MET_SLEUTEL, klassen: ['Header'], releases: BEIDE_RELEASES },
    (_header, { klassen }) => dubbeleRegels(klassen),
  ),
  ...inhoudsregel('TR101', { berichten: ['JW315'], klassen: ['Header'] }, (_header, { klassen }) =>
    dubbeleRegels(klassen),
  ),
  ...inhoudsregel('TR383', { berichten: ['JW315'], klassen: ['Header'] }, (_header, { klassen }) => {
    const producten = klassen.filter((klasse) => klasse.naam === 'AangevraagdProduct');
    return herhalingen(producten, ({ waarden }) => waardeVan(waarden, 'ReferentieAanbieder')).map((klasse) => ({
      klasse,
      element: 'ReferentieAanbieder',
    }));
  }),
];
