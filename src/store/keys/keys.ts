import { sql } from 'kysely';
import { type Db, firstOf, KEEP, rowsOf } from '../engine/db.ts';
import { toJson } from '../engine/json.ts';
import { over } from '../engine/over.ts';
import { isId, newId } from '../engine/uuid.ts';
import type { Sleutel, SleutelStore } from './contract.ts';

export function keysStore(db: Db): SleutelStore {
  return over(db, { addKey, keyByHash, keys, deleteKey });
}

type SleutelRij = Omit<Sleutel, 'gemaaktOp'> & { readonly gemaaktOp: Date };

const KOLOMMEN = sql.raw('id, naam, rol, partij, regios, gemaakt_op as "gemaaktOp"');

/** Keys are stored as a hash only; the key itself is shown once, by whoever makes it. */
async function addKey(db: Db, sleutel: Omit<Sleutel, 'id' | 'gemaaktOp'>, hash: Uint8Array): Promise<Sleutel> {
  const { naam, rol, partij, regios } = sleutel;
  const rij = await firstOf(
    db,
    sql<SleutelRij>`
    with nieuw as (
      insert into api_sleutel (id, naam, rol, partij, regios, hash)
      values (${newId()}::uuid, ${naam}, ${rol}, ${partij}, ${regios === null ? null : toJson(regios)}::json, ${hash}::bytea)
      returning *
    ), gebeurd as (
      insert into gebeurtenis (onderwerp, soort, gegevens)
      select id, 'sleutel-gemaakt', json_build_object('rol', rol, 'partij', partij) from nieuw
    )
    select ${KOLOMMEN} from nieuw`,
  );
  if (rij === undefined) throw new Error('a key was not stored');
  return sleutelVan(rij);
}

async function keyByHash(db: Db, hash: Uint8Array): Promise<Sleutel | undefined> {
  const rij = await firstOf(
    db,
    sql<SleutelRij>`${KEEP} select ${KOLOMMEN} from api_sleutel where hash = ${hash}::bytea`,
  );
  return rij === undefined ? undefined : sleutelVan(rij);
}

/** Oldest first. */
async function keys(db: Db): Promise<Sleutel[]> {
  return (await rowsOf(db, sql<SleutelRij>`select ${KOLOMMEN} from api_sleutel order by id`)).map(sleutelVan);
}

async function deleteKey(db: Db, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const weg = sql`
    with weg as (
      delete from api_sleutel where id = ${id}::uuid returning id
    )
    insert into gebeurtenis (onderwerp, soort) select id, 'sleutel-beeindigd' from weg returning onderwerp`;
  return (await firstOf(db, weg)) !== undefined;
}

function sleutelVan(rij: SleutelRij): Sleutel {
  return { ...rij, gemaaktOp: rij.gemaaktOp.toISOString() };
}
