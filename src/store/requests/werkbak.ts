import { type RawBuilder, sql } from 'kysely';
import { type PartyScope, type Scope, sees } from '../../access/scope.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { isId } from '../engine/uuid.ts';
import type { RowOf } from '../tables/column-set.ts';
import { VERZOEK } from '../tables/dossier/verzoek.ts';
import { WERKBAK } from '../tables/tasks/werkbak.ts';
import type { AskedIn, WerkbakBeeld, WerkbakItemBeeld, WerkbakStore } from './contract.ts';

export function werkbakStore(db: Db): WerkbakStore {
  return over(db, { werkbak, werkbakItem, requestsIn });
}

const ITEM = WERKBAK.pick(
  'id',
  'gemeente',
  'aanbieder',
  'referentie',
  'soort',
  'redenen',
  'bericht_id',
  'op',
  'laan',
  'regio',
);
const AFLOOP = VERZOEK.pick('stand', 'beslist_op', 'beslist_door');

interface WerkbakRij extends RowOf<typeof ITEM>, Nullable<RowOf<typeof AFLOOP>> {
  readonly omvang: number;
  readonly open: boolean;
  readonly termijnSoort: string | null;
  readonly uiterlijk: string | null;
}

/** A row that was looked for and may not be there. */
type Nullable<R> = { readonly [K in keyof R]: R[K] | null };

/** Open items of these gemeenten, oldest first; `na` is the exclusive id of the last one seen. */
async function werkbak(
  db: Db,
  { parties: gemeenten }: PartyScope,
  { na, limit }: Parameters<WerkbakStore['werkbak']>[1],
): ReturnType<WerkbakStore['werkbak']> {
  if (na !== undefined && !isId(na)) return [];
  const voorbij = na === undefined ? sql`true` : sql`w.id > ${na}::uuid`;
  const rijen = await rowsOf(
    db,
    items(
      sql`w.gemeente = any(${gemeenten}::text[]) and w.gesloten_op is null and ${voorbij} order by w.id limit ${limit}`,
    ),
  );
  return rijen.map(beeldVan);
}

async function werkbakItem(db: Db, id: string, scope: Scope): Promise<WerkbakItemBeeld | undefined> {
  if (!isId(id)) return undefined;
  const rij = await firstOf(db, items(sql`w.id = ${id}::uuid`));
  if (rij === undefined) return undefined;
  const { laan, regio, open, stand, beslistOp, beslistDoor } = rij;
  // An aanbieder asks; the gemeente has it in its werkbak.
  if (!sees(scope, { regio, parties: [rij.gemeente] })) return undefined;
  const verzoek = stand === null ? null : { stand, beslistOp: beslistOp?.toISOString() ?? null, beslistDoor };
  return { ...beeldVan(rij), laan, regio, open, verzoek };
}

async function requestsIn(db: Db, berichten: readonly string[]): Promise<AskedIn[]> {
  const ids = berichten.filter(isId);
  if (ids.length === 0) return [];
  return rowsOf(
    db,
    sql<AskedIn>`
    select v.bericht_id as "berichtId", v.laan, v.stand, w.id as item from verzoek v
    left join werkbak w on w.laan = v.laan and w.referentie = v.referentie and w.gesloten_op is null
    where v.bericht_id = any(${ids}::uuid[]) order by v.bericht_id, v.referentie`,
  );
}

function items(welke: RawBuilder<unknown>): RawBuilder<WerkbakRij> {
  return sql<WerkbakRij>`
    select ${ITEM.select('w')}, coalesce(b.omvang, 0) as omvang, w.gesloten_op is null as open, t.soort as "termijnSoort",
      t.uiterlijk, ${AFLOOP.select('v')}
    from werkbak w
    left join bericht b on b.id = w.bericht_id
    left join verzoek v on v.aanbieder = w.aanbieder and v.referentie = w.referentie
    left join termijn t on t.laan = w.laan and t.sleutel = 'besluit|' || w.referentie and t.klaar_op is null
    where ${welke}`;
}

function beeldVan(rij: WerkbakRij): WerkbakBeeld {
  const { id, gemeente, aanbieder, referentie, soort, redenen, berichtId, omvang, op, termijnSoort, uiterlijk } = rij;
  const termijn = termijnSoort === null || uiterlijk === null ? null : { soort: termijnSoort, uiterlijk };
  return { id, gemeente, aanbieder, referentie, soort, redenen, berichtId, omvang, op: op.toISOString(), termijn };
}
