import { type RawBuilder, sql } from 'kysely';
import { type PartyScope, type Scope, sees } from '../../access/scope.ts';
import type { VerzoekStand } from '../../dossier/verzoek.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { isId } from '../engine/uuid.ts';
import type { InzageStore } from '../reports/views-contract.ts';
import type { WerkbakBeeld, WerkbakItemBeeld } from './contract.ts';

interface WerkbakRij extends Omit<WerkbakItemBeeld, 'op' | 'termijn' | 'verzoek'> {
  readonly op: Date;
  readonly termijnSoort: string | null;
  readonly uiterlijk: string | null;
  readonly stand: VerzoekStand | null;
  readonly beslistOp: Date | null;
  readonly beslistDoor: string | null;
}

/** Open items of these gemeenten, oldest first; `na` is the exclusive id of the last one seen. */
export async function werkbak(
  db: Db,
  { parties: gemeenten }: PartyScope,
  { na, limit }: Parameters<InzageStore['werkbak']>[1],
): ReturnType<InzageStore['werkbak']> {
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

export async function werkbakItem(db: Db, id: string, scope: Scope): Promise<WerkbakItemBeeld | undefined> {
  if (!isId(id)) return undefined;
  const rij = await firstOf(db, items(sql`w.id = ${id}::uuid`));
  if (rij === undefined) return undefined;
  const { laan, regio, open, stand, beslistOp, beslistDoor } = rij;
  // An aanbieder asks; the gemeente has it in its werkbak.
  if (!sees(scope, { regio, parties: [rij.gemeente] })) return undefined;
  const verzoek = stand === null ? null : { stand, beslistOp: beslistOp?.toISOString() ?? null, beslistDoor };
  return { ...beeldVan(rij), laan, regio, open, verzoek };
}

function items(welke: RawBuilder<unknown>): RawBuilder<WerkbakRij> {
  return sql<WerkbakRij>`
    select w.id, w.gemeente, w.aanbieder, w.referentie, w.soort, w.redenen, w.bericht_id as "berichtId", coalesce(b.omvang, 0) as omvang, w.op, w.laan, w.regio,
      w.gesloten_op is null as open, t.soort as "termijnSoort", t.uiterlijk, v.stand, v.beslist_op as "beslistOp",
      v.beslist_door as "beslistDoor"
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
