import type { ElementPath } from '../../standard/path.ts';
import { groepVan, lijstVan, waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Regel } from '../regel.ts';
import { ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import { isGevuld } from './velden.ts';

/** JW315 and JW317: what a request holds. */

/** Verwijzers who have a ZorgverlenerCode of their own: huisarts, jeugdarts, GI, medisch specialist. */
const MET_CODE: ReadonlySet<string> = new Set(['02', '03', '04', '05']);
const VOT = { berichten: ['JW315'], klassen: ['AangevraagdProduct'], releases: ALLEEN_32 } as const;
const VOW = { berichten: ['JW317'], klassen: ['Verzoek'], releases: ALLEEN_32 } as const;

function verwijzer({ waarden }: Klasse): { type: string; isArts: boolean; naam: boolean; code: boolean } {
  const type = waardeVan(waarden, 'Verwijzer/Type') ?? '';
  return {
    type,
    isArts: MET_CODE.has(type),
    naam: isGevuld(waarden, 'Verwijzer/Naam'),
    code: isGevuld(waarden, 'Verwijzer/ZorgverlenerCode'),
  };
}

function heeft(verzoek: Klasse, lijsten: readonly ElementPath[]): boolean {
  return lijsten.some((lijst) => lijstVan(verzoek.waarden, lijst).length > 0);
}

export const VERZOEK_REGELS: readonly Regel[] = [
  ...inhoudsregel('CD043', { ...VOT, releases: BEIDE_RELEASES }, ({ waarden }) => {
    const nummer = waardeVan(waarden, 'BeschikkingNummer');
    const fout = (nummer !== undefined) !== isGevuld(waarden, 'BeschikkingIngangsdatum');
    return alsFout(fout, 'BeschikkingIngangsdatum', { nummer: nummer ?? 'leeg' });
  }),
  // CD066 to CD068 only in 3.2: a Verwijzer has no ZorgverlenerCode in 2.3.
  ...inhoudsregel('CD066', VOT, (product) => {
    const { type, isArts, naam, code } = verwijzer(product);
    return alsFout(isArts && code && naam, 'Verwijzer/Naam', { type });
  }),
  ...inhoudsregel('CD067', VOT, (product) => {
    const { type, isArts, naam, code } = verwijzer(product);
    return alsFout(isArts && !code && !naam, 'Verwijzer/Naam', { type });
  }),
  ...inhoudsregel('CD068', VOT, (product) => {
    const { type, isArts, code } = verwijzer(product);
    return alsFout(!isArts && code, 'Verwijzer/ZorgverlenerCode', { type });
  }),
  ...inhoudsregel('TR352', VOW, (verzoek) =>
    alsFout(!heeft(verzoek, ['OngewijzigdeProducten/OngewijzigdProduct', 'TeWijzigenProducten/TeWijzigenProduct']), ''),
  ),
  ...inhoudsregel('TR353', VOW, (verzoek) =>
    alsFout(!heeft(verzoek, ['TeWijzigenProducten/TeWijzigenProduct', 'NieuweProducten/NieuwProduct']), ''),
  ),
  ...inhoudsregel('CD085', { berichten: ['JW319'], klassen: ['Antwoord'], releases: ALLEEN_32 }, ({ waarden }) => {
    const afgewezen = waardeVan(waarden, 'VerzoekAntwoord') === '1';
    return alsFout(afgewezen && !isGevuld(waarden, 'RedenAfwijzingVerzoek'), 'RedenAfwijzingVerzoek');
  }),
  ...inhoudsregel('CD086', { berichten: ['JW319'], klassen: ['Antwoord'], releases: ALLEEN_32 }, ({ waarden }) => {
    const inOnderzoek = waardeVan(waarden, 'VerzoekAntwoord') === '2';
    return alsFout(inOnderzoek && isGevuld(waarden, 'RedenAfwijzingVerzoek'), 'RedenAfwijzingVerzoek');
  }),
  ...inhoudsregel('TR377', { berichten: ['JW319'], klassen: ['Antwoord'], releases: ALLEEN_32 }, ({ waarden }) => {
    const reden8 = waardeVan(waarden, 'RedenAfwijzingVerzoek') === '8';
    return alsFout(reden8 && groepVan(waarden, 'Woonplaatsbeginsel') === undefined, 'Woonplaatsbeginsel');
  }),
  ...inhoudsregel('TR409', { berichten: ['JW319'], klassen: ['Antwoord'], releases: ALLEEN_32 }, ({ waarden }) => {
    const reden = waardeVan(waarden, 'RedenAfwijzingVerzoek') ?? 'leeg';
    const fout = reden !== '8' && groepVan(waarden, 'Woonplaatsbeginsel') !== undefined;
    return alsFout(fout, 'Woonplaatsbeginsel', { reden });
  }),
];
