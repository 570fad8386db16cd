import { waardeVan } from '../../xml/tree.ts';
import { AKKOORD, alsFout } from '../content/inhoudsregel.ts';
import { isVerwijdering } from '../content/velden.ts';
import { prestatieVan } from '../declaration/prestatie.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { ALLEEN_23, ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { contextregel } from './contextregel.ts';

/** TR381: the list in use is `producten` of the agreements. Without a code there is nothing to look up. */
function onbekendProduct(klasse: Klasse, { afspraken }: Omgeving): readonly Afkeur[] {
  const categorie = waardeVan(klasse.waarden, 'Product/Categorie');
  const code = waardeVan(klasse.waarden, 'Product/Code');
  if (categorie === undefined || code === undefined || isVerwijdering(klasse)) return AKKOORD;
  return alsFout(!afspraken.productBekend(categorie, code), 'Product/Code', { categorie });
}

/** A credit is not refused on content (IV085): it copies a debet that was granted under the list of its time. */
function onbekendGedeclareerd(klasse: Klasse, { afspraken }: Omgeving): readonly Afkeur[] {
  const { categorie, code, debetCredit } = prestatieVan(klasse);
  const fout = debetCredit === 'D' && !afspraken.productBekend(categorie, code);
  return alsFout(fout, 'ProductCode', { categorie });
}

const S329 = { retourcode: 'S329', niveau: 4, kennis: 'L' } as const;

export const PRODUCTCODE_REGELS: readonly Regel[] = [
  ...contextregel(
    'TR381',
    {
      ...S329,
      berichten: ['JW301', 'JW305', 'JW307', 'JW315', 'JW317'],
      klassen: ['ToegewezenProduct', 'StartProduct', 'StopProduct', 'AangevraagdProduct', 'NieuwProduct'],
      releases: BEIDE_RELEASES,
    },
    onbekendProduct,
  ),
  ...contextregel(
    'TR381',
    { ...S329, berichten: ['JW323'], klassen: ['Prestatie'], releases: ALLEEN_32 },
    onbekendGedeclareerd,
  ),
  ...contextregel(
    'CS329',
    { ...S329, berichten: ['JW303'], klassen: ['Prestatie'], releases: ALLEEN_23 },
    onbekendGedeclareerd,
  ),
];
