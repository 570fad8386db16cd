import { type RawBuilder, sql } from 'kysely';
import type { Seal } from '../bodies.ts';
import { joinBytes } from '../engine/join-bytes.ts';
import { int, type Row } from '../tables/column.ts';

/** Where in the joined bytes a row has its own. */
export const STUK = { vanaf: int, lengte: int };

interface JoinedBodies<R> {
  readonly rows: readonly (R & Row<typeof STUK>)[];
  /** The bytes of the row `alias`, which has the columns of STUK. */
  readonly bytesOf: (alias: string) => RawBuilder<unknown>;
}

/** Bodies of many messages as one parameter; sealed first, so that what is sent is what will stand there. */
export function joinBodies<R extends { readonly id: string; readonly bytes: Uint8Array }>(
  seal: Seal,
  rows: readonly R[],
): JoinedBodies<R> {
  const sealed = rows.map((row) => seal.bytes('inhoud.bytes', row.id, row.bytes));
  const { bytes, vanaf } = joinBytes(sealed);
  return {
    rows: rows.map((row, nr) => ({ ...row, vanaf: vanaf[nr] ?? 0, lengte: sealed[nr]?.length ?? 0 })),
    bytesOf: (alias) =>
      sql`substring(${bytes}::bytea from ${sql.ref(`${alias}.vanaf`)} for ${sql.ref(`${alias}.lengte`)})`,
  };
}
