import { sql } from 'kysely';
import type { Sleutel, SleutelStore, SleutelWijziging } from '../../access/keys/contract.ts';
import { type Db, firstOf, KEEP, rowsOf } from '../engine/db.ts';
import { toJson } from '../engine/json.ts';
import { isId, newId } from '../engine/uuid.ts';

type Momenten = 'gemaaktOp' | 'laatstGebruiktOp' | 'beeindigdOp';
type SleutelRij = Omit<Sleutel, Momenten> & {
  readonly gemaaktOp: Date;
  readonly laatstGebruiktOp: Date | null;
  readonly beeindigdOp: Date | null;
};

const KOLOMMEN =
  sql.raw(`id, naam, rol, partij, partijen, regios, alleen_lezen as "alleenLezen", geldig_tot as "geldigTot",
  gemaakt_op as "gemaaktOp", laatst_gebruikt_op as "laatstGebruiktOp", staart, beeindigd_op as "beeindigdOp"`);

/** Keys are stored as a hash only; the key itself is shown once, by whoever makes it. */
export async function addKey(
  db: Db,
  sleutel: Parameters<SleutelStore['addKey']>[0],
  hash: Uint8Array,
): Promise<Sleutel> {
  const { naam, rol, partij, partijen, regios, alleenLezen, geldigTot, staart } = sleutel;
  const rij = await firstOf(
    db,
    sql<SleutelRij>`
    insert into api_sleutel (id, naam, rol, partij, partijen, regios, alleen_lezen, geldig_tot, staart, hash)
    values (${newId()}::uuid, ${naam}, ${rol}, ${partij}::text, ${jsonOf(partijen)}::json, ${jsonOf(regios)}::json,
      ${alleenLezen}, ${geldigTot}::date, ${staart}, ${hash}::bytea)
    returning ${KOLOMMEN}`,
  );
  if (rij === undefined) throw new Error('a key was not stored');
  return sleutelVan(rij);
}

export async function keyByHash(db: Db, hash: Uint8Array): Promise<Sleutel | undefined> {
  const rij = await firstOf(
    db,
    sql<SleutelRij>`${KEEP} select ${KOLOMMEN} from api_sleutel where hash = ${hash}::bytea`,
  );
  return rij === undefined ? undefined : sleutelVan(rij);
}

/** Oldest first. */
export async function keys(db: Db): Promise<Sleutel[]> {
  return (await rowsOf(db, sql<SleutelRij>`select ${KOLOMMEN} from api_sleutel order by id`)).map(sleutelVan);
}

/** Only what is named is changed; `regios` and `geldigTot` may become null. */
export async function changeKey(db: Db, id: string, wijziging: SleutelWijziging): Promise<Sleutel | undefined> {
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
    sql<SleutelRij>`update api_sleutel set ${zet} where id = ${id}::uuid and beeindigd_op is null returning ${KOLOMMEN}`,
  );
  return rij === undefined ? undefined : sleutelVan(rij);
}

export async function endKey(db: Db, id: string, op: Date): Promise<boolean> {
  if (!isId(id)) return false;
  const query = sql`
    update api_sleutel set beeindigd_op = ${op}::timestamptz where id = ${id}::uuid and beeindigd_op is null returning id`;
  return (await firstOf(db, query)) !== undefined;
}

export async function keyUsed(db: Db, id: string, op: Date): Promise<void> {
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
