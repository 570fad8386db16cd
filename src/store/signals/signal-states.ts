import { type RawBuilder, sql } from 'kysely';
import { type Scope, sees } from '../../access/scope.ts';
import { type Db, firstOf } from '../engine/db.ts';
import { isRijSleutel } from '../engine/uuid.ts';
import { ROWS } from '../seal/places.ts';
import { sealOf } from '../seal/seal-of.ts';
import type { RowOf } from '../tables/column-set.ts';
import { SIGNAAL } from '../tables/tasks/signaal.ts';
import type { SignaalBeeld, SignaalStore } from './contract.ts';

const GETOOND = SIGNAAL.pick(
  'soort',
  'gemeente',
  'aanbieder',
  'toewijzing_nummer',
  'percentage',
  'melding',
  'op',
  'stand_op',
);

export type SignaalRij = RowOf<typeof GETOOND> & Pick<SignaalBeeld, 'id' | 'stand'>;

/** Only a signal of a signaalbudget has a state. */
export const SIGNAAL_KOLOMMEN: RawBuilder<unknown> = sql`s.rij::text as id, ${GETOOND.select('s')},
  case when s.soort = 'signaalbudget' then coalesce(s.stand, 'open') end as stand`;

export function signaalVan(rij: SignaalRij): SignaalBeeld {
  return { ...rij, op: rij.op.toISOString(), standOp: rij.standOp?.toISOString() ?? null };
}

export async function signal(db: Db, id: string, scope: Scope): Promise<SignaalBeeld | undefined> {
  if (!isRijSleutel(id)) return undefined;
  const rij = await firstOf(
    db,
    sql<SignaalRij & { readonly regio: string | null }>`
    select ${SIGNAAL_KOLOMMEN}, s.regio
    from signaal s where s.rij = ${id}::bigint`,
  );
  if (rij === undefined) return undefined;
  const { regio, ...signaal } = rij;
  const parties = [rij.gemeente, rij.aanbieder].filter((partij) => partij !== null);
  return sees(scope, { regio, parties }) ? signaalVan(signaal) : undefined;
}

/** Compare-and-set: of two that set it at once one is too late. */
export async function setSignalState(db: Db, zet: Parameters<SignaalStore['setSignalState']>[0]): Promise<boolean> {
  const { id, van, wordt, door, toelichting, op } = zet;
  const sealed =
    toelichting === null ? null : sealOf(db).text('signaal_stand.toelichting', ROWS.signal(id), toelichting);
  const rij = await firstOf(
    db,
    sql<{ signaal: number }>`
    with gezet as (
      update signaal set stand = ${wordt}, stand_op = ${op}::timestamptz
      where rij = ${id}::bigint and soort = 'signaalbudget' and coalesce(stand, 'open') = any(${van}::text[]) returning rij
    )
    insert into signaal_stand (signaal, stand, door, toelichting, op)
    select rij, ${wordt}, ${door}, ${sealed}::text, ${op}::timestamptz from gezet returning signaal`,
  );
  return rij !== undefined;
}
