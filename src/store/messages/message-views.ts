import { type RawBuilder, sql } from 'kysely';
import { boundsOf, type Scope, sees } from '../../access/scope.ts';
import type { SealedJson } from '../bodies.ts';
import { type Db, firstOf, inOneGo, KEEP, rowsOf } from '../engine/db.ts';
import { isId } from '../engine/uuid.ts';
import { openBody } from '../seal/open-bodies.ts';
import { opening } from '../seal/seal-of.ts';
import { inRegions, ofParties } from '../search/conditions.ts';
import { IN_ORDER, messageIds, readsCauses } from '../search/message-ids.ts';
import type { RowOf } from '../tables/column-set.ts';
import { BERICHT } from '../tables/messages/bericht.ts';
import { INHOUD } from '../tables/messages/inhoud.ts';
import type { BerichtBeeld, BerichtFilter, BerichtRegel } from './contract.ts';
import { leesKort, pakUit, type VerslagKolom, type VerslagKort } from './verslag-rij.ts';

/** So many answers and deliveries a list shows of one message. */
const IN_LIJST = 100;
/** Bytes of a stored report above which a list does not read it whole. */
const LANG_VERSLAG = 20_000;

/** The message as GET /berichten/{id} shows it; undefined when there is none in sight (also when the id cannot be one). */
export async function message(db: Db, id: string, scope: Scope): Promise<BerichtBeeld | undefined> {
  const [one] = await messagesSeen(db, [{ id, scope }]);
  return one;
}

/** Several at once, each as `message` gives it. */
export async function messagesSeen(
  db: Db,
  asked: readonly { readonly id: string; readonly scope: Scope }[],
): Promise<(BerichtBeeld | undefined)[]> {
  const ids = [...new Set(asked.map(({ id }) => id).filter(isId))];
  if (ids.length === 0) return asked.map(() => undefined);
  const rijen = await rowsOf(
    db,
    sql<BeeldRij>`${KEEP} select ${KOLOMMEN}, b.bevindingen, ${bij(null)} from bericht b where b.id = any(${ids}::uuid[])`,
  );
  const gevonden = new Map(rijen.map((rij) => [rij.id, rij]));
  return opening(db, (seal) =>
    asked.map(({ id, scope }) => {
      const rij = gevonden.get(id);
      if (rij === undefined || !sees(scope, subjectOf(rij))) return undefined;
      const verslag = seal.openJson('bericht.bevindingen', rij.id, rij.bevindingen);
      return { ...beeldVan(rij), bevindingen: pakUit(verslag) };
    }),
  );
}

/** A message is of who sent it and of those that it was delivered to. */
function subjectOf({ partij, regio, afleveringen }: Pick<Rij, 'partij' | 'regio' | 'afleveringen'>) {
  return { regio, parties: [partij, ...afleveringen.map((a) => a.partij)] };
}

const BYTES = INHOUD.pick('bytes');

export async function messageBytes(db: Db, id: string, scope: Scope): Promise<Uint8Array | undefined> {
  if (!isId(id)) return undefined;
  const { partijen } = boundsOf(scope);
  const query = sql<RowOf<typeof BYTES>>`${KEEP}
    select ${BYTES.select('i')} from inhoud i join bericht b on b.id = i.bericht_id
    where b.id = ${id}::uuid and ${partijen === undefined ? sql`true` : ofParties(partijen)} and ${inRegions(scope)}`;
  const rij = await firstOf(db, query);
  return rij === undefined ? undefined : opening(db, (seal) => openBody(seal, { id, bytes: rij.bytes }));
}

/** Newest first. */
export async function messages(db: Db, filter: BerichtFilter): Promise<BerichtRegel[]> {
  const ids = messageIds(filter);
  if (ids === null) return [];
  // A long report without its short form was written by a process of an older build, beside this one.
  const page = sql<LijstRij>`
    select ${KOLOMMEN}, ${bij(IN_LIJST)},
      (select count(*) from bericht a where a.in_antwoord_op = b.id and a.richting = 'uit') as "aantalAntwoorden",
      case when b.verslag_kort is null and not ${LANG} then b.bevindingen end as bevindingen,
      case when b.verslag_kort is null and ${LANG} then verslag_kort(b.bevindingen) else b.verslag_kort end as kort
    from bericht b where b.id in (${ids}) order by b.id desc`;
  const rijen = readsCauses(filter) ? (await inOneGo(db, [IN_ORDER, page]))[1] : await rowsOf(db, page);
  return opening(db, (seal) =>
    rijen.map(({ kort, bevindingen, ...rij }) => {
      const { aantal, perRegel, eerste } = leesKort(
        kort === null ? null : seal.openJson('bericht.verslag_kort', rij.id, kort),
        bevindingen === null ? null : seal.openJson('bericht.bevindingen', rij.id, bevindingen),
      );
      return { ...beeldVan(rij), bevindingen: eerste, aantalBevindingen: aantal, perRegel };
    }),
  );
}

const LANG = sql`(pg_column_size(b.bevindingen) > ${sql.lit(LANG_VERSLAG)} and json_typeof(b.bevindingen) = 'array')`;

const GETOOND = BERICHT.pick(
  'id',
  'type',
  'release',
  'afzender',
  'ontvanger',
  'identificatie',
  'regio',
  'status',
  'ontvangen_op',
  'beoordeeld_op',
  'in_antwoord_op',
  'transport_id',
  'zegt',
  'zegt_codes',
  'partij',
  'afspraken_versie',
  'regels_versie',
);
/** What the gateway composed itself came in by no way. */
const KOLOMMEN = sql`${GETOOND.select('b')}, case when b.richting = 'in' then b.via end as via`;

type Rij = RowOf<typeof GETOOND> & Pick<BerichtBeeld, 'antwoorden' | 'afleveringen' | 'via'>;

interface BeeldRij extends Rij {
  readonly bevindingen: SealedJson<VerslagKolom>;
}

interface LijstRij extends Rij {
  readonly bevindingen: SealedJson<VerslagKolom> | null;
  readonly kort: SealedJson<VerslagKort> | null;
  readonly aantalAntwoorden: number;
}

/** The answers and deliveries of a message: the first so many, or (null) all. */
function bij(hoogstens: number | null): RawBuilder<unknown> {
  const grens = hoogstens === null ? sql`` : sql`limit ${sql.lit(hoogstens)}`;
  return sql`
  coalesce((select json_agg(json_build_object('id', a.id, 'type', a.type, 'ontvanger', a.ontvanger) order by a.antwoord_nr, a.id)
    from (select id, type, ontvanger, antwoord_nr from bericht where in_antwoord_op = b.id and richting = 'uit'
      order by antwoord_nr, id ${grens}) a), '[]') as antwoorden,
  coalesce((select json_agg(json_build_object('id', l.rij::text, 'partij', l.partij, 'kanaal', l.kanaal, 'status', l.status,
    'op', l.op, 'pogingen', l.pogingen, 'fout', l.fout) order by l.rij)
    from (select partij, kanaal, status, op, pogingen, fout, rij from aflevering where bericht_id = b.id order by rij ${grens}) l), '[]') as afleveringen`;
}

function beeldVan<R extends Rij>(rij: R) {
  return {
    ...rij,
    ontvangenOp: rij.ontvangenOp.toISOString(),
    beoordeeldOp: rij.beoordeeldOp?.toISOString() ?? null,
    afleveringen: rij.afleveringen.map((a) => ({ ...a, op: new Date(a.op).toISOString() })),
  };
}
