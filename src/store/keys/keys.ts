import { sql } from 'kysely';
import type { Sleutel, SleutelStore, SleutelWijziging } from '../../access/keys/contract.ts';
import { type Db, firstOf, KEEP, rowsOf } from '../engine/db.ts';
import { toJson } from '../engine/json.ts';
import { over } from '../engine/over.ts';
import { isId, newId } from '../engine/uuid.ts';
import type { RowOf } from '../tables/column-set.ts';
import { API_SLEUTEL } from '../tables/control/api-sleutel.ts';

export function keysStore(db: Db): SleutelStore {
  return over(db, { addKey, keyByHash, keys, changeKey, endKey, keyUsed });
}

/** All but the hash, as it is shown. */
const KOLOMMEN = API_SLEUTEL.without('hash');

type SleutelRij = RowOf<typeof KOLOMMEN>;

/** Keys are stored as a hash only; the key itself is shown once, by whoever makes it. */
async function addKey(db: Db, sleutel: Parameters<SleutelStore['addKey']>[0], hash: Uint8Array): Promise<Sleutel> {
  const { naam, rol, partij, partijen, regios, alleenLezen, geldigTot, staart } = sleutel;
  const rij = await firstOf(
    db,
    sql<SleutelRij>`
    with nieuw as (
      insert into api_sleutel (id, naam, rol, partij, partijen, regios, alleen_lezen, geldig_tot, staart, hash)
      values (${newId()}::uuid, ${naam}, ${rol}, ${partij}::text, ${jsonOf(partijen)}::json, ${jsonOf(regios)}::json,
        ${alleenLezen}, ${geldigTot}::date, ${staart}, ${hash}::bytea)
      returning *
    ), gebeurd as (
      insert into gebeurtenis (onderwerp, soort, gegevens)
      select id, 'sleutel-gemaakt', json_build_object('rol', rol, 'partij', partij) from nieuw
    )
    select ${KOLOMMEN.select('s')} from nieuw s`,
  );
  if (rij === undefined) throw new Error('a key was not stored');
  return sleutelVan(rij);
}

async function keyByHash(db: Db, hash: Uint8Array): Promise<Sleutel | undefined> {
  const rij = await firstOf(
    db,
    sql<SleutelRij>`${KEEP} select ${KOLOMMEN.select('s')} from api_sleutel s where hash = ${hash}::bytea`,
  );
  return rij === undefined ? undefined : sleutelVan(rij);
}

/** Oldest first. */
async function keys(db: Db): Promise<Sleutel[]> {
  return (await rowsOf(db, sql<SleutelRij>`select ${KOLOMMEN.select('s')} from api_sleutel s order by id`)).map(
    sleutelVan,
  );
}

/** Only what is named is changed; `regios` and `geldigTot` may become null. */
async function changeKey(db: Db, id: string, wijziging: SleutelWijziging): Promise<Sleutel | undefined> {
  if (!isId(id)) return undefined;
  const { naam, regios, geldigTot } = wijziging;
  const delen = [
    ...(naam === undefined ? [] : [sql`naam = ${naam}`]),
    ...(regios === undefined ? [] : [sql`regios = ${jsonOf(regios)}::json`]),
    ...(geldigTot === undefined ? [] : [sql`geldig_tot = ${geldigTot}::date`]),
  ];
  const zet = delen.length === 0 ? sql`naam = naam` : sql.join(delen);
  const rij = await firstOf(
    db,
    sql<SleutelRij>`
    update api_sleutel s set ${zet} where id = ${id}::uuid and beeindigd_op is null returning ${KOLOMMEN.select('s')}`,
  );
  return rij === undefined ? undefined : sleutelVan(rij);
}

/** Its row stays: what was done with it bears its name. */
async function endKey(db: Db, id: string, op: Date): Promise<boolean> {
  if (!isId(id)) return false;
  const einde = sql`
    with einde as (
      update api_sleutel set beeindigd_op = ${op}::timestamptz
      where id = ${id}::uuid and beeindigd_op is null returning id
    )
    insert into gebeurtenis (onderwerp, soort) select id, 'sleutel-beeindigd' from einde returning onderwerp`;
  return (await firstOf(db, einde)) !== undefined;
}

async function keyUsed(db: Db, id: string, op: Date): Promise<void> {
  if (!isId(id)) return;
  await sql`
    update api_sleutel set laatst_gebruikt_op = greatest(laatst_gebruikt_op, ${op}::timestamptz)
    where id = ${id}::uuid`.execute(db);
}

function jsonOf(lijst: readonly string[] | null): string | null {
  return lijst === null ? null : toJson(lijst);
}

function sleutelVan(rij: SleutelRij): Sleutel {
  return {
    ...rij,
    gemaaktOp: rij.gemaaktOp.toISOString(),
    laatstGebruiktOp: rij.laatstGebruiktOp?.toISOString() ?? null,
    beeindigdOp: rij.beeindigdOp?.toISOString() ?? null,
  };
}
