import type { Groep } from '../xml/tree.ts';
import { waardeVan } from '../xml/tree.ts';
import type { RegieRecord } from './kennis.ts';
import type { Klasse } from './klasse.ts';
import type { Omgeving } from './regel.ts';

/** What identifies a start or stop (STANDARD section 4): the key fields of the record. */
type Sleutelvelden = Pick<
  RegieRecord,
  'soort' | 'toewijzingNummer' | 'categorie' | 'code' | 'begindatum' | 'einddatum' | 'redenBeeindiging'
>;

/**
 * The logical key of a StartProduct or StopProduct within its client: ToewijzingNummer, Product and Begindatum, for a
 * stop also Einddatum and RedenBeeindiging (since 3.2 a definitive stop may share the Einddatum of the temporary one).
 */
export function regieSleutel(record: Sleutelvelden): string {
  const { soort, toewijzingNummer, categorie, code, begindatum, einddatum, redenBeeindiging } = record;
  return [soort, toewijzingNummer, categorie, code, begindatum, einddatum, redenBeeindiging].join('|');
}

/** The key fields of a StartProduct or StopProduct; an einddatum or reason on a start does not exist. */
export function regieVelden(klasse: Klasse): Sleutelvelden {
  const product: Groep = klasse.waarden;
  const nummer = waardeVan(product, 'ToewijzingNummer');
  return {
    soort: klasse.naam === 'StopProduct' ? 'stop' : 'start',
    toewijzingNummer: nummer === undefined ? null : Number(nummer),
    categorie: waardeVan(product, 'Product/Categorie') ?? null,
    code: waardeVan(product, 'Product/Code') ?? null,
    begindatum: waardeVan(product, 'Begindatum') ?? '',
    einddatum: waardeVan(product, 'Einddatum') ?? null,
    redenBeeindiging: waardeVan(product, 'RedenBeeindiging') ?? null,
  };
}

/** The record that a StartProduct or StopProduct makes when it takes effect; later in receipt than all that is known. */
export function regieRecordVan(klasse: Klasse, omgeving: Omgeving): RegieRecord {
  const { kennis, lopend } = omgeving;
  const client = kennis.client(waardeVan(klasse.ouder?.waarden ?? {}, 'Bsn') ?? '');
  const laatste = kennis.regieVan(client).reduce((hoogste, r) => Math.max(hoogste, r.volgorde), 0);
  return {
    ...regieVelden(klasse),
    client,
    toewijzingIngangsdatum: waardeVan(klasse.waarden, 'ToewijzingIngangsdatum') ?? null,
    berichtId: kennis.berichtId,
    volgorde: laatste + lopend.regie.length + 1,
  };
}
