import { sql } from 'kysely';
import type { AfsprakenDocument } from '../../agreements/document.ts';
import { type Db, firstOf, inTransaction, KEEP, rowsOf } from '../engine/db.ts';
import { toJson } from '../engine/json.ts';
import { over } from '../engine/over.ts';
import { inTime } from '../engine/reporting.ts';
import type { AfsprakenStore, AfsprakenVersie } from './agreements-store.ts';

/** What goes through all toewijzingen has sessions of its own, `reports`. */
export function agreementsStore(db: Db, reports: Db): AfsprakenStore {
  return {
    ...over(db, { saveAgreements, agreementsVersion, latestAgreements, agreementsAt, agreementsVersions }),
    toewijzingKinds: () => inTime(() => toewijzingKinds(reports)),
  };
}

async function saveAgreements(
  db: Db,
  document: AfsprakenDocument,
  door: string,
  op: Date,
  over: number | null = null,
): Promise<number | null> {
  return inTransaction(db, async (trx) => {
    await sql`lock table afspraken in share row exclusive mode`.execute(trx);
    if (over !== null && (await agreementsVersion(trx)) !== over) return null;
    return addVersion(trx, document, door, op);
  });
}

/** Adds a version under the gateway's own next number; writers take turns, so that the highest number is the newest. */
async function addVersion(trx: Db, document: AfsprakenDocument, door: string, op: Date): Promise<number> {
  const rij = await firstOf(
    trx,
    sql<{ versie: number }>`
    with nieuw as (
      insert into afspraken (versie, document, door, op)
      select coalesce(max(versie), 0) + 1, ${toJson(document)}::json, ${door}, ${op}::timestamptz from afspraken
      returning versie
    ), gebeurd as (
      insert into gebeurtenis (soort, gegevens)
      select 'afspraken', json_build_object('versie', versie, 'door', ${door}::text) from nieuw
    )
    select versie from nieuw`,
  );
  if (rij === undefined) throw new Error('agreements were not stored');
  return rij.versie;
}

/** Number of the newest version, 0 when there is none; one look in the index. */
async function agreementsVersion(db: Db): Promise<number> {
  const rij = await firstOf(
    db,
    sql<{ versie: number }>`${KEEP} select coalesce(max(versie), 0) as versie from afspraken`,
  );
  return rij?.versie ?? 0;
}

async function latestAgreements(db: Db): ReturnType<AfsprakenStore['latestAgreements']> {
  return firstOf(
    db,
    sql<{ versie: number; document: AfsprakenDocument }>`
    select versie, document from afspraken order by versie desc limit 1`,
  );
}

async function agreementsAt(db: Db, versie: number): Promise<AfsprakenDocument | undefined> {
  const query = sql<{ document: AfsprakenDocument }>`select document from afspraken where versie = ${versie}`;
  return (await firstOf(db, query))?.document;
}

interface VersieRij extends Omit<AfsprakenVersie, 'op'> {
  readonly op: Date;
}

/** Newest first, each with the one before it; `door` is the name of the key, where the gateway still has it. */
async function agreementsVersions(
  db: Db,
  { na, limit }: Parameters<AfsprakenStore['agreementsVersions']>[0],
): Promise<AfsprakenVersie[]> {
  const voorbij = na === undefined ? sql`true` : sql`a.versie < ${na}`;
  const rijen = await rowsOf(
    db,
    sql<VersieRij>`
    select a.versie, a.op, coalesce(s.naam, a.door) as door, a.document, v.document as vorige
    from afspraken a left join afspraken v on v.versie = a.versie - 1 left join api_sleutel s on s.id::text = a.door
    where ${voorbij} order by a.versie desc limit ${limit}`,
  );
  return rijen.map((rij) => ({ ...rij, op: rij.op.toISOString() }));
}

/** Current toewijzingen by what the agreements look at, removed ones left out; at most a hundred numbers of each. */
async function toewijzingKinds(db: Db): ReturnType<AfsprakenStore['toewijzingKinds']> {
  return rowsOf(
    db,
    sql<Awaited<ReturnType<AfsprakenStore['toewijzingKinds']>>[number]>`
    select gemeente, aanbieder, categorie, code, ingangsdatum, count(*)::bigint as aantal,
      coalesce(to_json((array_agg(nummer order by nummer) filter (where nummer is not null))[1:100]), '[]'::json) as nummers
    from toewijzing where reden_wijziging is distinct from '13'
    group by gemeente, aanbieder, categorie, code, ingangsdatum
    order by gemeente, aanbieder, ingangsdatum, categorie, code`,
  );
}
