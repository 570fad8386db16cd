import type { BerichtType, Release } from '../../standard/message-types.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Regel } from '../regel.ts';
import { ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { stapelingen } from '../stapeling.ts';
import { inhoudsregel } from './inhoudsregel.ts';
import type { ContentCode } from './texts.ts';
import { periodeVan } from './velden.ts';

/** No two of one product over the same days: TR302 (toewijzingen), TR386 (VOT), TR410 (new products in a VOW). */

/** Removed: begin and end on one day, RedenWijziging 13, or 01 of before 2022. Does not stack. */
function isVerwijderd({ waarden }: Klasse): boolean {
  const reden = waardeVan(waarden, 'RedenWijziging');
  if (reden !== '13' && reden !== '01') return false;
  return waardeVan(waarden, 'Ingangsdatum') === waardeVan(waarden, 'Einddatum');
}

function gestapeld(producten: readonly Klasse[]): Afkeur[] {
  const items = producten.map((klasse) => {
    const { begin, einde } = periodeVan(klasse);
    const categorie = waardeVan(klasse.waarden, 'Product/Categorie');
    const code = waardeVan(klasse.waarden, 'Product/Code');
    return { klasse, begin, einde: einde ?? null, categorie: categorie ?? null, code: code ?? null };
  });
  return stapelingen(items).map(({ item, eerder }) => ({
    klasse: item.klasse,
    element: periodeVan(item.klasse).beginveld,
    waarden: { begin: eerder.begin, einde: eerder.einde ?? 'onbepaald' },
  }));
}

function stapelregel(code: ContentCode, bericht: BerichtType, klasse: string, releases: readonly Release[]): Regel[] {
  const bereik = { berichten: [bericht], klassen: ['Header'], releases };
  return inhoudsregel(code, bereik, (_header, { klassen }) =>
    gestapeld(klassen.filter((k) => k.naam === klasse && !isVerwijderd(k))),
  );
}

export const STAPELING_REGELS: readonly Regel[] = [
  ...stapelregel('TR302', 'JW301', 'ToegewezenProduct', BEIDE_RELEASES),
  ...stapelregel('TR386', 'JW315', 'AangevraagdProduct', ALLEEN_32),
  ...stapelregel('TR410', 'JW317', 'NieuwProduct', ALLEEN_32),
];
