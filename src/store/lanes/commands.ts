import { sql } from 'kysely';
import { type Scope, sees } from '../../access/scope.ts';
import { type Db, firstOf } from '../engine/db.ts';
import { StoreError } from '../engine/errors.ts';
import { toJson } from '../engine/json.ts';
import { isId, newId } from '../engine/uuid.ts';
import type { OpdrachtStore, OpdrachtUitkomst } from './command-contract.ts';

/**
 * Stores a command under the lane's next number, as a message is stored. The same party's same idempotency key gives back
 * the first command.
 */
export async function saveCommand(
  db: Db,
  opdracht: Parameters<OpdrachtStore['saveCommand']>[0],
): ReturnType<OpdrachtStore['saveCommand']> {
  const { laan, regio, soort, partij, gegevens, idempotentie, op } = opdracht;
  for (;;) {
    try {
      const rij = await firstOf(
        db,
        sql<{ id: string; nieuw: boolean; gelijk: boolean }>`
        with eerder as (
          select id, laan = ${laan} and soort = ${soort} and gegevens::jsonb = ${toJson(gegevens)}::jsonb as gelijk
          from opdracht where partij = ${partij} and idempotentie = ${idempotentie}::text
        ), teller as (
          insert into laan_teller as t (laan, regio, volgnummer)
          select ${laan}, ${regio}::text, 1 where not exists (select from eerder)
          on conflict (laan) do update set volgnummer = t.volgnummer + 1 returning volgnummer
        ), nieuw as (
          insert into opdracht (id, laan, volgnummer, regio, soort, partij, gegevens, idempotentie, ontvangen_op)
          select ${newId()}::uuid, ${laan}, volgnummer, ${regio}::text, ${soort}, ${partij}, ${toJson(gegevens)}::json,
            ${idempotentie}::text, ${op}::timestamptz
          from teller returning id
        ), gebeurd as (
          insert into gebeurtenis (laan, onderwerp, soort, gegevens)
          select ${laan}, id, 'opdracht', json_build_object('soort', ${soort}::text, 'partij', ${partij}::text) from nieuw
        )
        select id, true as nieuw, true as gelijk from nieuw union all select id, false, gelijk from eerder`,
      );
      if (rij === undefined) throw new Error('storing a command gave no row');
      return rij;
    } catch (fout) {
      // The same key was stored between this statement's look and its insert: a second look finds it.
      // A transaction that is under way is broken by it, and begun anew by whoever began it.
      if (db.isTransaction || !(fout instanceof StoreError && fout.constraint === 'opdracht_idempotentie')) throw fout;
    }
  }
}

interface OpdrachtRij {
  readonly partij: string;
  readonly regio: string | null;
  readonly stand: OpdrachtUitkomst['stand'];
  readonly resultaat: Readonly<Record<string, unknown>> | null;
  readonly reden: string | null;
}

export async function command(db: Db, id: string, scope: Scope): ReturnType<OpdrachtStore['command']> {
  if (!isId(id)) return undefined;
  const query = sql<OpdrachtRij>`select partij, regio, stand, resultaat, reden from opdracht where id = ${id}::uuid`;
  const rij = await firstOf(db, query);
  if (rij === undefined || !sees(scope, { parties: [rij.partij], regio: rij.regio })) return undefined;
  return { partij: rij.partij, uitkomst: uitkomstVan(rij) };
}

function uitkomstVan({ stand, resultaat, reden }: OpdrachtRij): OpdrachtUitkomst {
  if (stand === 'gedaan') return { stand, resultaat: resultaat ?? {} };
  if (stand !== 'geweigerd') return { stand: 'wacht' };
  return { stand, reden: reden ?? '', ...(resultaat === null ? {} : { resultaat }) };
}
