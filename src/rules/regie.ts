import type { RegieRecord } from '../dossier/regie.ts';
import type { Release } from '../standard/message-types.ts';
import type { Groep } from '../xml/tree.ts';
import { waardeVan } from '../xml/tree.ts';
import type { Kennis } from './kennis-lookups.ts';
import type { Klasse } from './klasse.ts';
import type { Omgeving } from './regel.ts';

/** What identifies a start or stop (docs/decisions/starts-and-stops.md): the key fields of the record. */
type Sleutelvelden = Pick<
  RegieRecord,
  'soort' | 'toewijzingNummer' | 'categorie' | 'code' | 'begindatum' | 'einddatum' | 'redenBeeindiging'
>;

/**
 * The logical key of a StartProduct or StopProduct within its client: ToewijzingNummer, Product and Begindatum, for a
 * stop also Einddatum and, since 3.2, RedenBeeindiging (a definitive stop may share the Einddatum of the temporary one).
 * `release` is that of the message that is judged, for what was received earlier too.
 */
export function regieSleutel(record: Sleutelvelden, release: Release): string {
  const { soort, toewijzingNummer, categorie, code, begindatum, einddatum, redenBeeindiging } = record;
  const reden = release === '2.3' ? null : redenBeeindiging;
  return [soort, toewijzingNummer, categorie, code, begindatum, einddatum, reden].join('|');
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
  const velden = regieVelden(klasse);
  // Field by field: copying with a spread takes longer than all the rest.
  return {
    soort: velden.soort,
    toewijzingNummer: velden.toewijzingNummer,
    categorie: velden.categorie,
    code: velden.code,
    begindatum: velden.begindatum,
    einddatum: velden.einddatum,
    redenBeeindiging: velden.redenBeeindiging,
    client,
    toewijzingIngangsdatum: waardeVan(klasse.waarden, 'ToewijzingIngangsdatum') ?? null,
    berichtId: kennis.berichtId,
    volgorde: bekendeRegie(omgeving).laatste + lopend.regie.length + 1,
  };
}

/** What was received earlier, by client and key; looked through once per judgement. */
interface BekendeRegie {
  readonly laatste: number;
  readonly opSleutel: ReadonlyMap<string, RegieRecord>;
}

const bekend = new WeakMap<Kennis, BekendeRegie>();

function bekendeRegie({ kennis, bericht: { release } }: Omgeving): BekendeRegie {
  const eerder = bekend.get(kennis);
  if (eerder !== undefined) return eerder;
  const { regie } = kennis.data;
  const nu = {
    laatste: regie.reduce((hoogste, record) => Math.max(hoogste, record.volgorde), 0),
    opSleutel: new Map(regie.map((record) => [`${record.client}|${regieSleutel(record, release)}`, record])),
  };
  bekend.set(kennis, nu);
  return nu;
}

/** The earlier record with the key of this one, which a removal means; undefined when there is none. */
export function bekendRecord(record: RegieRecord, omgeving: Omgeving): RegieRecord | undefined {
  return bekendeRegie(omgeving).opSleutel.get(`${record.client}|${regieSleutel(record, omgeving.bericht.release)}`);
}
