import { type RawBuilder, sql } from 'kysely';
import type { Via } from '../../access/envelope.ts';
import { boundsOf, type Scope, sees } from '../../access/scope.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import type { Status } from '../../verdict/verdict.ts';
import type { AfleverStatus } from '../deliveries/contract.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { isId } from '../engine/uuid.ts';
import type { BerichtBeeld, BerichtFilter, BerichtRegel } from './contract.ts';
import { leesKort, pakUit, type VerslagKolom, type VerslagKort } from './verslag-rij.ts';

/** So many answers and deliveries a list shows of one message. */
const IN_LIJST = 100;
/** Bytes of a stored report above which a list does not read it whole. */
const LANG_VERSLAG = 20_000;

/** The message as GET /berichten/{id} shows it; undefined when there is none in sight (also when the id cannot be one). */
export async function message(db: Db, id: string, scope: Scope): Promise<BerichtBeeld | undefined> {
  if (!isId(id)) return undefined;
  const rij = await firstOf(
    db,
    sql<BeeldRij>`select ${KOLOMMEN}, b.bevindingen, ${bij(null)} from bericht b where b.id = ${id}::uuid`,
  );
  if (rij === undefined || !sees(scope, subjectOf(rij))) return undefined;
  return { ...beeldVan(rij), bevindingen: pakUit(rij.bevindingen) };
}

/** A message is of who sent it and of those that it was delivered to. */
function subjectOf({ partij, regio, afleveringen }: Pick<Rij, 'partij' | 'regio' | 'afleveringen'>) {
  return { regio, parties: [partij, ...afleveringen.map((a) => a.partij)] };
}

export async function messageBytes(db: Db, id: string, scope: Scope): Promise<Uint8Array | undefined> {
  if (!isId(id)) return undefined;
  const { partijen } = boundsOf(scope);
  const eigen = sql`(b.partij = any(${partijen ?? []}::text[]) or exists (
    select from aflevering a where a.bericht_id = b.id and a.partij = any(${partijen ?? []}::text[])))`;
  const query = sql<{ bytes: Uint8Array }>`
    select i.bytes from inhoud i join bericht b on b.id = i.bericht_id
    where b.id = ${id}::uuid and ${partijen === undefined ? sql`true` : eigen} and ${binnenRegios(scope)}`;
  return (await firstOf(db, query))?.bytes;
}

/** Newest first. A party's messages are found in two ways, sent and got; each way gives no more than a page. */
export async function messages(db: Db, filter: BerichtFilter): Promise<BerichtRegel[]> {
  if (filter.na !== undefined && !isId(filter.na)) return [];
  const partijen = partijenVan(filter);
  const ids =
    partijen === undefined
      ? sql`select b.id from bericht b where ${voorwaarden(filter)} order by b.id desc limit ${filter.limit}`
      : idsVanPartijen(partijen, filter);
  // A long report without its short form was written by a process of an older build, beside this one.
  const rijen = await rowsOf(
    db,
    sql<LijstRij>`
    select ${KOLOMMEN}, ${bij(IN_LIJST)},
      (select count(*) from bericht a where a.in_antwoord_op = b.id and a.richting = 'uit') as "aantalAntwoorden",
      case when b.verslag_kort is null and not ${LANG} then b.bevindingen end as bevindingen,
      case when b.verslag_kort is null and ${LANG} then verslag_kort(b.bevindingen) else b.verslag_kort end as kort
    from bericht b where b.id in (${ids}) order by b.id desc`,
  );
  return rijen.map(({ kort, bevindingen, ...rij }) => {
    const { aantal, perRegel, eerste } = leesKort(kort, bevindingen);
    return { ...beeldVan(rij), bevindingen: eerste, aantalBevindingen: aantal, perRegel };
  });
}

/** Whose messages they are: of the one that is asked for where that is in sight, else of all parties that are. */
function partijenVan({ scope, partij }: BerichtFilter): readonly string[] | undefined {
  const { partijen } = boundsOf(scope);
  if (partij === undefined) return partijen;
  return partijen === undefined || partijen.includes(partij) ? [partij] : partijen;
}

/** In its regions, or in none. */
function binnenRegios(scope: Scope): RawBuilder<unknown> {
  const { regios } = boundsOf(scope);
  return regios === undefined ? sql`true` : sql`(b.regio = any(${regios}::text[]) or b.regio is null)`;
}

/** What was exchanged with this party. */
function met(partij: string): RawBuilder<unknown> {
  return sql`(${partij} in (b.partij, b.afzender, b.ontvanger)
    or exists (select from aflevering m where m.bericht_id = b.id and m.partij = ${partij}))`;
}

function idsVanPartijen(partijen: readonly string[], filter: BerichtFilter): RawBuilder<unknown> {
  const eigen = voorwaarden(filter);
  const vanaf = filter.na === undefined ? sql`` : sql`and a.bericht_id < ${filter.na}::uuid`;
  return sql`
    select id from (
      select s.id from unnest(${partijen}::text[]) p(partij) cross join lateral (
        select b.id from bericht b where b.partij = p.partij and ${eigen} order by b.id desc limit ${filter.limit}) s
      union
      select g.id from unnest(${partijen}::text[]) p(partij) cross join lateral (
        select b.id from aflevering a join bericht b on b.id = a.bericht_id
        where a.partij = p.partij ${vanaf} and ${eigen} order by a.bericht_id desc limit ${filter.limit}) g
    ) beide order by id desc limit ${filter.limit}`;
}

function voorwaarden(filter: BerichtFilter): RawBuilder<unknown> {
  const { scope, type, status, partij, regio, na } = filter;
  const delen = [binnenRegios(scope)];
  if (type !== undefined) delen.push(sql`b.type = ${type}`);
  if (status !== undefined) delen.push(sql`b.status = ${status}`);
  if (partij !== undefined && partijenVan(filter)?.includes(partij) !== true) delen.push(met(partij));
  if (regio !== undefined) delen.push(sql`b.regio = ${regio}`);
  if (na !== undefined) delen.push(sql`b.id < ${na}::uuid`);
  return sql.join(delen, sql` and `);
}

const LANG = sql`(pg_column_size(b.bevindingen) > ${sql.lit(LANG_VERSLAG)} and json_typeof(b.bevindingen) = 'array')`;

interface Rij {
  readonly id: string;
  readonly type: BerichtType | null;
  readonly release: Release | null;
  readonly afzender: string | null;
  readonly ontvanger: string | null;
  readonly identificatie: string | null;
  readonly regio: string | null;
  readonly status: Status;
  readonly ontvangenOp: Date;
  readonly beoordeeldOp: Date | null;
  readonly antwoorden: BerichtBeeld['antwoorden'];
  readonly afleveringen: readonly { readonly partij: string; readonly status: AfleverStatus; readonly op: string }[];
  readonly inAntwoordOp: string | null;
  readonly via: Via | null;
  readonly transportId: string | null;
  readonly partij: string;
  readonly afsprakenVersie: number | null;
  readonly regelsVersie: string | null;
}

interface BeeldRij extends Rij {
  readonly bevindingen: VerslagKolom;
}

interface LijstRij extends Rij {
  readonly bevindingen: VerslagKolom | null;
  readonly kort: VerslagKort | null;
  readonly aantalAntwoorden: number;
}

const KOLOMMEN = sql`
  b.id, b.type, b.release, b.afzender, b.ontvanger, b.identificatie, b.regio, b.status, b.partij,
  b.ontvangen_op as "ontvangenOp", b.beoordeeld_op as "beoordeeldOp", b.in_antwoord_op as "inAntwoordOp",
  b.afspraken_versie as "afsprakenVersie", b.regels_versie as "regelsVersie",
  case when b.richting = 'in' then b.via end as via, b.transport_id as "transportId"`;

/** The answers and deliveries of a message: the first so many, or (null) all. */
function bij(hoogstens: number | null): RawBuilder<unknown> {
  const grens = hoogstens === null ? sql`` : sql`limit ${sql.lit(hoogstens)}`;
  return sql`
  coalesce((select json_agg(json_build_object('id', a.id, 'type', a.type, 'ontvanger', a.ontvanger) order by a.antwoord_nr, a.id)
    from (select id, type, ontvanger, antwoord_nr from bericht where in_antwoord_op = b.id and richting = 'uit'
      order by antwoord_nr, id ${grens}) a), '[]') as antwoorden,
  coalesce((select json_agg(json_build_object('partij', l.partij, 'status', l.status, 'op', l.op) order by l.rij)
    from (select partij, status, op, rij from aflevering where bericht_id = b.id order by rij ${grens}) l), '[]') as afleveringen`;
}

function beeldVan<R extends Rij>(rij: R) {
  return {
    ...rij,
    ontvangenOp: rij.ontvangenOp.toISOString(),
    beoordeeldOp: rij.beoordeeldOp?.toISOString() ?? null,
    afleveringen: rij.afleveringen.map((a) => ({ ...a, op: new Date(a.op).toISOString() })),
  };
}
