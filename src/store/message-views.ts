import { type RawBuilder, sql } from 'kysely';
import type { Bevinding } from '../rules/bevinding.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import type { Status } from '../verdict/verdict.ts';
import { type Db, firstOf, rowsOf } from './db.ts';
import type { AfleverStatus, BerichtBeeld, BerichtFilter } from './store.ts';
import { isId } from './uuid.ts';

/** The message as GET /berichten/{id} shows it; undefined when there is none (also when the id cannot be one). */
export async function message(db: Db, id: string): Promise<BerichtBeeld | undefined> {
  if (!isId(id)) return undefined;
  const rij = await firstOf(db, beelden(sql`b.id = ${id}::uuid`));
  return rij === undefined ? undefined : beeldVan(rij);
}

export async function messageBytes(db: Db, id: string): Promise<Uint8Array | undefined> {
  if (!isId(id)) return undefined;
  const query = sql<{ bytes: Uint8Array }>`select bytes from inhoud where bericht_id = ${id}::uuid`;
  return (await firstOf(db, query))?.bytes;
}

/** Newest first. A party's messages are found in two ways, sent and got; each way gives no more than a page. */
export async function messages(db: Db, filter: BerichtFilter): Promise<BerichtBeeld[]> {
  if (filter.na !== undefined && !isId(filter.na)) return [];
  const ids =
    filter.partijen === undefined
      ? sql`select b.id from bericht b where ${voorwaarden(filter)} order by b.id desc limit ${filter.limit}`
      : idsVanPartijen(filter.partijen, filter);
  const rijen = await rowsOf(db, beelden(sql`b.id in (${ids})`));
  return rijen.map(beeldVan);
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

function voorwaarden({ type, status, regios, na }: BerichtFilter): RawBuilder<unknown> {
  const delen = [sql`true`];
  if (type !== undefined) delen.push(sql`b.type = ${type}`);
  if (status !== undefined) delen.push(sql`b.status = ${status}`);
  if (regios !== undefined) delen.push(sql`b.regio = any(${regios}::text[])`);
  if (na !== undefined) delen.push(sql`b.id < ${na}::uuid`);
  return sql.join(delen, sql` and `);
}

interface BeeldRij {
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
  readonly bevindingen: readonly Bevinding[];
  readonly antwoorden: BerichtBeeld['antwoorden'];
  readonly afleveringen: readonly { readonly partij: string; readonly status: AfleverStatus; readonly op: string }[];
  readonly inAntwoordOp: string | null;
  readonly partij: string;
  readonly afsprakenVersie: number | null;
  readonly regelsVersie: string | null;
}

function beelden(welke: RawBuilder<unknown>): RawBuilder<BeeldRij> {
  return sql<BeeldRij>`
    select b.id, b.type, b.release, b.afzender, b.ontvanger, b.identificatie, b.regio, b.status, b.bevindingen, b.partij,
      b.ontvangen_op as "ontvangenOp", b.beoordeeld_op as "beoordeeldOp", b.in_antwoord_op as "inAntwoordOp",
      b.afspraken_versie as "afsprakenVersie", b.regels_versie as "regelsVersie",
      coalesce((select json_agg(json_build_object('id', a.id, 'type', a.type, 'ontvanger', a.ontvanger) order by a.antwoord_nr, a.id)
        from bericht a where a.in_antwoord_op = b.id and a.richting = 'uit'), '[]') as antwoorden,
      coalesce((select json_agg(json_build_object('partij', l.partij, 'status', l.status, 'op', l.op) order by l.rij)
        from aflevering l where l.bericht_id = b.id), '[]') as afleveringen
    from bericht b where ${welke} order by b.id desc`;
}

function beeldVan(rij: BeeldRij): BerichtBeeld {
  return {
    ...rij,
    ontvangenOp: rij.ontvangenOp.toISOString(),
    beoordeeldOp: rij.beoordeeldOp?.toISOString() ?? null,
    afleveringen: rij.afleveringen.map((a) => ({ ...a, op: new Date(a.op).toISOString() })),
  };
}
