import { type RawBuilder, sql } from 'kysely';
import { type Db, firstOf, rowsOf } from './db.ts';
import type { InzageStore, WerkbakItemBeeld } from './store.ts';
import { isId } from './uuid.ts';

type WerkbakRij = Omit<WerkbakItemBeeld, 'op'> & { readonly op: Date };

/** Open items of these gemeenten, oldest first; `na` is the exclusive id of the last one seen. */
export async function werkbak(
  db: Db,
  gemeenten: readonly string[],
  { na, limit }: Parameters<InzageStore['werkbak']>[1],
): ReturnType<InzageStore['werkbak']> {
  if (na !== undefined && !isId(na)) return { items: [], volgende: null };
  const voorbij = na === undefined ? sql`true` : sql`w.id > ${na}::uuid`;
  const rijen = await rowsOf(
    db,
    items(
      sql`w.gemeente = any(${gemeenten}::text[]) and w.gesloten_op is null and ${voorbij} order by w.id limit ${limit}`,
    ),
  );
  const laatste = rijen.at(-1);
  return {
    items: rijen.map(beeldVan).map(({ laan: _l, regio: _r, open: _o, ...item }) => item),
    volgende: laatste !== undefined && rijen.length === limit ? laatste.id : null,
  };
}

export async function werkbakItem(db: Db, id: string): Promise<WerkbakItemBeeld | undefined> {
  if (!isId(id)) return undefined;
  const rij = await firstOf(db, items(sql`w.id = ${id}::uuid`));
  return rij === undefined ? undefined : beeldVan(rij);
}

function items(welke: RawBuilder<unknown>): RawBuilder<WerkbakRij> {
  return sql<WerkbakRij>`
    select w.id, w.gemeente, w.aanbieder, w.referentie, w.soort, w.redenen, w.bericht_id as "berichtId", w.op, w.laan, w.regio,
      w.gesloten_op is null as open
    from werkbak w where ${welke}`;
}

function beeldVan(rij: WerkbakRij): WerkbakItemBeeld {
  return { ...rij, op: rij.op.toISOString() };
}
