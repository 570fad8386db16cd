import { sql } from 'kysely';
import { type Scope, sees } from '../../access/scope.ts';
import { type Db, firstOf } from '../engine/db.ts';
import { isRijSleutel } from '../engine/uuid.ts';
import type { InzichtStore, SignaalBeeld } from './insight-store.ts';

export interface SignaalRij extends Omit<SignaalBeeld, 'op' | 'standOp'> {
  readonly op: Date;
  readonly standOp: Date | null;
}

/** Only a signal of a signaalbudget has a state. */
export const STAND_KOLOMMEN = sql`case when s.soort = 'signaalbudget' then coalesce(s.stand, 'open') end as stand,
  s.stand_op as "standOp"`;

export function signaalVan(rij: SignaalRij): SignaalBeeld {
  return { ...rij, op: rij.op.toISOString(), standOp: rij.standOp?.toISOString() ?? null };
}

export async function signal(db: Db, id: string, scope: Scope): Promise<SignaalBeeld | undefined> {
  if (!isRijSleutel(id)) return undefined;
  const rij = await firstOf(
    db,
    sql<SignaalRij & { regio: string | null }>`
    select s.rij::text as id, s.soort, s.gemeente, s.aanbieder, s.toewijzing_nummer as "toewijzingNummer", s.percentage,
      s.melding, s.op, s.regio, ${STAND_KOLOMMEN}
    from signaal s where s.rij = ${id}::bigint`,
  );
  if (rij === undefined) return undefined;
  const { regio, ...signaal } = rij;
  return sees(scope, { regio, parties: [rij.gemeente, rij.aanbieder] }) ? signaalVan(signaal) : undefined;
}

/** Compare-and-set: of two that set it at once one is too late. */
export async function setSignalState(db: Db, zet: Parameters<InzichtStore['setSignalState']>[0]): Promise<boolean> {
  const { id, van, wordt, door, toelichting, op } = zet;
  const rij = await firstOf(
    db,
    sql<{ signaal: number }>`
    with gezet as (
      update signaal set stand = ${wordt}, stand_op = ${op}::timestamptz
      where rij = ${id}::bigint and soort = 'signaalbudget' and coalesce(stand, 'open') = any(${van}::text[]) returning rij
    )
    insert into signaal_stand (signaal, stand, door, toelichting, op)
    select rij, ${wordt}, ${door}, ${toelichting}::text, ${op}::timestamptz from gezet returning signaal`,
  );
  return rij !== undefined;
}
