import { type RawBuilder, sql } from 'kysely';
import type { Seal } from '../bodies.ts';
import { joinBytes } from '../engine/join-bytes.ts';
import { int, type Row } from '../tables/column.ts';

/** Where in the joined bytes a row has its own. */
export const STUK = { vanaf: int, lengte: int };

export interface JoinedBodies<R> {
  readonly rows: readonly (R & Row<typeof STUK>)[];
  /** The bytes of the row `alias`, which has the columns of STUK. */
  readonly bytesOf: (alias: string) => RawBuilder<unknown>;
}

type Body = { readonly id: string; readonly bytes: Uint8Array };

/** Longer ones are compressed aside (bytes). */
const LARGE = 256 * 1024;

/** Bodies of many messages as one parameter; sealed first, so that what is sent is what will stand there. */
export function joinBodies<R extends Body>(seal: Seal, rows: readonly R[]): JoinedBodies<R> {
  return joined(
    rows,
    rows.map(({ id, bytes }) => seal.bytes('inhoud.bytes', id, bytes)),
  );
}

/** The same for what comes in, of which some may be large. */
export async function joinBodiesLater<R extends Body>(seal: Seal, rows: readonly R[]): Promise<JoinedBodies<R>> {
  const sealed = rows.map(({ id, bytes }) =>
    bytes.length > LARGE ? seal.bytesLater('inhoud.bytes', id, bytes) : seal.bytes('inhoud.bytes', id, bytes),
  );
  return joined(rows, await Promise.all(sealed));
}

function joined<R extends Body>(rows: readonly R[], sealed: readonly Uint8Array[]): JoinedBodies<R> {
  const { bytes, vanaf } = joinBytes(sealed);
  return {
    rows: rows.map((row, nr) => ({ ...row, vanaf: vanaf[nr] ?? 0, lengte: sealed[nr]?.length ?? 0 })),
    bytesOf: (alias) =>
      sql`substring(${bytes}::bytea from ${sql.ref(`${alias}.vanaf`)} for ${sql.ref(`${alias}.lengte`)})`,
  };
}
