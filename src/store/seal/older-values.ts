import { type RawBuilder, sql } from 'kysely';
import type { Seal, SealedBytes, SealedJson, SealedText } from '../bodies.ts';
import { type Db, inOneGo, rowsOf, type Statement } from '../engine/db.ts';
import { toJson } from '../engine/json.ts';
import { ROWS, type SealedColumn } from './places.ts';
import { opening } from './seal-of.ts';

/** Rows of one look, and the bytes of what they hold at most; the first is always taken. */
const ROWS_AT_ONCE = 100;
const BYTES_AT_ONCE = 16 * 1024 * 1024;

type Kind = 'bytes' | 'json' | 'text';
type Found = Readonly<Record<string, string>>;

/** A table with sealed columns: how its rows are walked, and what they are called in a seal. */
export interface SealedTable {
  readonly table: string;
  /** The primary key, with the type of each column. */
  readonly key: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, Kind>>;
  /** Columns beyond the key that the name of a row is made of. */
  readonly also?: readonly string[];
  readonly row: (found: Found) => string;
}

export const SEALED_TABLES: readonly SealedTable[] = [
  { table: 'inhoud', key: { bericht_id: 'uuid' }, columns: { bytes: 'bytes' }, row: (r) => r.bericht_id ?? '' },
  {
    table: 'bericht',
    key: { id: 'uuid' },
    columns: { bevindingen: 'json', verslag_kort: 'json' },
    row: (r) => r.id ?? '',
  },
  {
    table: 'client_gegevens',
    key: { aanbieder: 'text', client: 'text', gemeente: 'text' },
    columns: { gegevens: 'json' },
    row: (r) => ROWS.client({ gemeente: r.gemeente ?? '', client: r.client ?? '' }),
  },
  {
    table: 'opdracht',
    key: { id: 'uuid' },
    columns: { gegevens: 'json', resultaat: 'json', reden: 'text' },
    row: (r) => r.id ?? '',
  },
  {
    table: 'partij_kanaal',
    key: { partij: 'text' },
    columns: { geheim: 'text', sleutel: 'text' },
    row: (r) => r.partij ?? '',
  },
  { table: 'abonnement', key: { id: 'uuid' }, columns: { adres: 'text', geheim: 'text' }, row: (r) => r.id ?? '' },
  { table: 'zoekopdracht', key: { id: 'uuid' }, columns: { naam: 'text', vraag: 'text' }, row: (r) => r.id ?? '' },
  {
    table: 'signaal_stand',
    key: { rij: 'bigint' },
    columns: { toelichting: 'text' },
    also: ['signaal'],
    row: (r) => ROWS.signal(r.signaal ?? ''),
  },
  {
    table: 'oorzaak_stand',
    key: { rij: 'bigint' },
    columns: { notitie: 'text' },
    also: ['partij', 'type', 'regel'],
    row: (r) => ROWS.cause({ partij: r.partij ?? '', type: r.type ?? '', regel: r.regel ?? '' }),
  },
  {
    table: 'audit',
    key: { rij: 'bigint' },
    columns: { reden: 'text' },
    also: ['door', 'handeling', 'onderwerp'],
    row: (r) => ROWS.audit({ door: r.door ?? '', handeling: r.handeling ?? '', onderwerp: r.onderwerp ?? '' }),
  },
];

/** SQL for a value that no seal of ours encrypted yet. What is empty stays as it is. */
const PLAIN: Readonly<Record<Kind, (column: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  bytes: (c) => sql`substring(${c} from 1 for 5) not in ('\\x00696a7701'::bytea, '\\x00696a7702'::bytea)`,
  json: (c) => sql`(${c}::text not in ('[]', '{}') and coalesce(${c} ->> 'ijwSeal', '0') = '0')`,
  text: (c) => sql`coalesce(substring(${c} from '^ijw-seal:([0-9]+):'), '0') = '0'`,
};

/** How far a walk through all sealed tables came. */
export interface Walk {
  readonly table: number;
  /** The key of the last row that was looked at. */
  readonly after: readonly string[] | null;
}

export const BEGIN: Walk = { table: 0, after: null };

/**
 * Looks at the next rows and seals what is plain in them, each where it still stands as it was read. Gives how many values, and
 * where to go on; null: this was the last.
 */
export async function sealNext(db: Db, walk: Walk): Promise<{ readonly sealed: number; readonly next: Walk | null }> {
  const spec = SEALED_TABLES[walk.table];
  if (spec === undefined) return { sealed: 0, next: null };
  const found = await rowsOf(db, look(spec, walk.after));
  const last = found.at(-1);
  const statements = await opening(db, (seal) => found.flatMap((row) => reseal(seal, spec, row)));
  if (statements.length > 0) await inOneGo(db, statements);
  const next = last === undefined ? { table: walk.table + 1, after: null } : { ...walk, after: keyOf(spec, last) };
  return { sealed: statements.length, next: SEALED_TABLES[next.table] === undefined ? null : next };
}

type Row = Readonly<Record<string, string | Uint8Array | null>>;

function look({ table, key, columns, also = [] }: SealedTable, after: readonly string[] | null): RawBuilder<Row> {
  const names = Object.keys(key);
  const order = sql.join(names.map((name) => sql.ref(name)));
  const from = sql.join(names.map((name, i) => sql`${after?.[i] ?? null}::${sql.raw(key[name] ?? 'text')}`));
  const texts = [...names, ...also].map((name) => sql`${sql.ref(name)}::text as ${sql.ref(name)}`);
  const plain = Object.entries(columns).map(([name, kind]) => {
    const column = sql.ref(name);
    const value = kind === 'bytes' ? column : sql`${column}::text`;
    return { name, value: sql`case when ${PLAIN[kind](column)} then ${value} end`, size: sql`octet_length(${value})` };
  });
  const size = sql.join(
    plain.map((p) => sql`coalesce(${p.size}, 0)`),
    sql` + `,
  );
  // The sizes first, without the values: a look may not take more than memory has.
  return sql<Row>`
    select ${sql.join(texts)}, ${sql.join(plain.map((p) => sql`${p.value} as ${sql.ref(p.name)}`))}
    from ${sql.table(table)} where (${order}) in (
      select ${order} from (
        select ${order}, row_number() over (order by ${order}) as nr, sum(${size}) over (order by ${order}) as tot
        from ${sql.table(table)} where ${after === null ? sql`true` : sql`(${order}) > (${from})`}
        order by ${order} limit ${ROWS_AT_ONCE}) r
      where nr = 1 or tot <= ${BYTES_AT_ONCE})
    order by ${order}`;
}

function keyOf({ key }: SealedTable, row: Row): string[] {
  return Object.keys(key).map((name) => String(row[name]));
}

function reseal(seal: Seal, spec: SealedTable, row: Row): Statement[] {
  const at = spec.row(row as Found);
  const here = sql.join(
    Object.entries(spec.key).map(([name, type]) => sql`${sql.ref(name)} = ${row[name]}::${sql.raw(type)}`),
    sql` and `,
  );
  return Object.entries(spec.columns).flatMap(([name]) => {
    const old = row[name];
    if (old === null || old === undefined) return [];
    const column = `${spec.table}.${name}` as SealedColumn;
    const { value, same } = sealedAnew(seal, column, at, sql.ref(name), old, spec.columns[name] ?? 'text');
    return [sql`update ${sql.table(spec.table)} set ${sql.ref(name)} = ${value} where ${here} and ${same}`];
  });
}

/** The sealed value, and that the column holds what was read: bodies never change. */
function sealedAnew(
  seal: Seal,
  column: SealedColumn,
  row: string,
  name: RawBuilder<unknown>,
  old: string | Uint8Array,
  kind: Kind,
): { readonly value: RawBuilder<unknown>; readonly same: RawBuilder<unknown> } {
  if (typeof old !== 'string') {
    const plain = seal.openBytes(column, row, old as SealedBytes);
    return { value: sql`${seal.bytes(column, row, plain)}::bytea`, same: PLAIN.bytes(name) };
  }
  const same = sql`${name}::text = ${old}`;
  if (kind === 'text') {
    return { value: sql`${seal.text(column, row, seal.openText(column, row, old as SealedText))}::text`, same };
  }
  const value = seal.openJson(column, row, JSON.parse(old) as SealedJson<unknown>);
  return { value: sql`${toJson(seal.json(column, row, value))}::json`, same };
}
