import type { SealedBytes, SealedJson, SealedText } from '../bodies.ts';

/** The types that columns have, as PostgreSQL names them in a record set. */
export type SqlType =
  | 'text'
  | 'uuid'
  | 'boolean'
  | 'smallint'
  | 'int'
  | 'bigint'
  | 'float8'
  | 'date'
  | 'timestamptz'
  | 'json'
  | 'bytea'
  | 'xid8'
  | 'text[]';

declare const VALUE: unique symbol;

/** A column: its type in SQL, whether it may be null, and (for the compiler only) the values that it gives. */
export interface Column<T = unknown> {
  readonly type: SqlType;
  readonly nullable: boolean;
  /** Eurocents that add up to something. */
  readonly money?: true;
  readonly [VALUE]?: T;
}

export type Columns = Readonly<Record<string, Column>>;

function column<T>(type: SqlType): Column<T> {
  return { type, nullable: false };
}

export const text: Column<string> = column('text');
export const texts: Column<readonly string[]> = column('text[]');
export const uuid: Column<string> = column('uuid');
export const boolean: Column<boolean> = column('boolean');
export const smallint: Column<number> = column('smallint');
export const int: Column<number> = column('int');
export const bigint: Column<number> = column('bigint');
/** An amount; what is of money but does not add up (a tariff) is a `bigint`. */
export const eurocents: Column<number> = { ...bigint, money: true };
export const float8: Column<number> = column('float8');
/** `YYYY-MM-DD`. */
export const date: Column<string> = column('date');
export const timestamptz: Column<Date> = column('timestamptz');
/** The number of a transaction, as text. */
export const xid8: Column<string> = column('xid8');
export const bytea: Column<Uint8Array> = column('bytea');
export const sealedBytes: Column<SealedBytes> = column('bytea');
export const sealedText: Column<SealedText> = column('text');

/** Texts of which only some occur. */
export function textOf<T extends string>(): Column<T> {
  return column('text');
}

export function json<T>(): Column<T> {
  return column('json');
}

/** JSON in which persons may stand. */
export function sealedJson<T>(): Column<SealedJson<T>> {
  return column('json');
}

export function orNull<T>(given: Column<T>): Column<T | null> {
  return { ...given, nullable: true };
}

/** `reden_wijziging` in SQL is `redenWijziging` here. */
export type CamelName<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelName<Tail>>}`
  : S;

export function camelName(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A row of these columns, under the names that they have here. */
export type Row<C extends Columns> = {
  readonly [K in keyof C & string as CamelName<K>]: C[K] extends Column<infer T> ? T : never;
};
