import type { Db } from './db.ts';

type Operation = (db: Db, ...args: never[]) => unknown;

/** What is left of an operation once it has its database. */
type Bound<F> = F extends (db: Db, ...args: infer A) => infer R ? (...args: A) => R : never;

/** Operations over this database: each without its first argument. */
export function over<O extends Readonly<Record<string, Operation>>>(
  db: Db,
  operations: O,
): { [K in keyof O]: Bound<O[K]> } {
  const bound = Object.entries(operations).map(([name, operation]) => [name, operation.bind(null, db)]);
  return Object.fromEntries(bound) as { [K in keyof O]: Bound<O[K]> };
}
