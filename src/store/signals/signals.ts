import { sql } from 'kysely';
import { boundsOf } from '../../access/scope.ts';
import { type Db, rowsOf } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import { isRijSleutel } from '../engine/uuid.ts';
import type { SignaalBeeld, SignaalStore } from './contract.ts';
import { SIGNAAL_KOLOMMEN, type SignaalRij, setSignalState, signaalVan, signal } from './signal-states.ts';

export function signalsStore(db: Db): SignaalStore {
  return over(db, { signals, signal, setSignalState });
}

/** Per party and region no more than a page is read. */
async function signals(db: Db, filter: Parameters<SignaalStore['signals']>[0]): Promise<SignaalBeeld[]> {
  const { scope, na, limit, nieuwsteEerst = false } = filter;
  const { partijen, regios } = boundsOf(scope);
  if (na !== undefined && !isRijSleutel(na)) return [];
  const volgorde = sql.raw(nieuwsteEerst ? 'desc' : 'asc');
  const voorbij = na === undefined ? sql`true` : sql`s.rij ${sql.raw(nieuwsteEerst ? '<' : '>')} ${na}::bigint`;
  const vanRegio = regios === undefined ? sql`true` : sql`(s.regio = any(${regios}::text[]) or s.regio is null)`;
  const bij = (kolom: 'gemeente' | 'aanbieder') => sql`
    select x.rij from unnest(${partijen ?? []}::text[]) p(partij) cross join lateral (
      select s.rij from signaal s where ${sql.ref(`s.${kolom}`)} = p.partij and ${voorbij} and ${vanRegio}
      order by s.rij ${volgorde} limit ${limit}) x`;
  const rijen =
    partijen === undefined
      ? sql`select s.rij from signaal s where ${voorbij} and ${vanRegio} order by s.rij ${volgorde} limit ${limit}`
      : sql`${bij('gemeente')} union ${bij('aanbieder')}`;
  const gevonden = await rowsOf(
    db,
    sql<SignaalRij>`
    select ${SIGNAAL_KOLOMMEN}
    from signaal s where s.rij in (${rijen}) order by s.rij ${volgorde} limit ${limit}`,
  );
  return gevonden.map(signaalVan);
}
