import { sql } from 'kysely';
import type { AfsprakenDocument } from '../agreements/document.ts';
import { type Db, firstOf, KEEP } from './db.ts';
import { toJson } from './json.ts';
import type { AfsprakenStore } from './store.ts';

/** Adds a version under the gateway's own next number; writers take turns, so that the highest number is the newest. */
export async function saveAgreements(db: Db, document: AfsprakenDocument, door: string, op: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await sql`lock table afspraken in share row exclusive mode`.execute(trx);
    const rij = await firstOf(
      trx,
      sql<{ versie: number }>`
      insert into afspraken (versie, document, door, op)
      select coalesce(max(versie), 0) + 1, ${toJson(document)}::json, ${door}, ${op}::timestamptz from afspraken
      returning versie`,
    );
    if (rij === undefined) throw new Error('agreements were not stored');
    return rij.versie;
  });
}

/** Number of the newest version, 0 when there is none; one look in the index. */
export async function agreementsVersion(db: Db): Promise<number> {
  const rij = await firstOf(
    db,
    sql<{ versie: number }>`${KEEP} select coalesce(max(versie), 0) as versie from afspraken`,
  );
  return rij?.versie ?? 0;
}

export async function latestAgreements(db: Db): ReturnType<AfsprakenStore['latestAgreements']> {
  return firstOf(
    db,
    sql<{ versie: number; document: AfsprakenDocument }>`
    select versie, document from afspraken order by versie desc limit 1`,
  );
}

export async function agreementsAt(db: Db, versie: number): Promise<AfsprakenDocument | undefined> {
  const query = sql<{ document: AfsprakenDocument }>`select document from afspraken where versie = ${versie}`;
  return (await firstOf(db, query))?.document;
}
