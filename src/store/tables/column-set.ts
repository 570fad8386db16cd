import { type RawBuilder, sql } from 'kysely';
import { recordset } from '../engine/db.ts';
import { toStoredDate } from '../engine/stored-date.ts';
import { type Columns, camelName, type Row } from './column.ts';

type Sql = RawBuilder<unknown>;

/** The row that a set of columns holds. */
export type RowOf<S> = S extends ColumnSet<infer C> ? Row<C> : never;

/**
 * Some columns, in a fixed order, in every shape in which SQL wants them: so that a statement spells none of them.
 */
export class ColumnSet<C extends Columns> {
  readonly columns: C;
  readonly #names: readonly (keyof C & string)[];
  /** The same, as a row has them here. */
  readonly #here: readonly string[];
  readonly #types: string;
  readonly #isDate: readonly boolean[];
  /** The texts that were asked for, by shape and alias: statements ask for the same ones each turn. */
  readonly #texts = new Map<string, Sql>();

  constructor(columns: C) {
    this.columns = columns;
    this.#names = Object.keys(columns);
    this.#here = this.#names.map(camelName);
    this.#types = this.#names.map((name) => `${name} ${columns[name]?.type}`).join(', ');
    this.#isDate = this.#names.map((name) => columns[name]?.type === 'date');
  }

  pick<K extends keyof C & string>(...names: readonly K[]): ColumnSet<Pick<C, K>> {
    return new ColumnSet(Object.fromEntries(names.map((name) => [name, this.columns[name]])) as Pick<C, K>);
  }

  without<K extends keyof C & string>(...names: readonly K[]): ColumnSet<Omit<C, K>> {
    const left = this.#names.filter((name) => !names.some((other) => other === name));
    return new ColumnSet(Object.fromEntries(left.map((name) => [name, this.columns[name]])) as Omit<C, K>);
  }

  /** These, and columns that are given with them but stand in no table (`nr`, `van`). */
  and<E extends Columns>(extra: E): ColumnSet<C & E> {
    return new ColumnSet({ ...this.columns, ...extra });
  }

  /** `a, b_c` */
  names(): Sql {
    return this.#text('names', () => this.#names.join(', '));
  }

  /** `r.a, r.b_c` */
  of(alias: string): Sql {
    return this.#text(`of ${alias}`, () => this.#names.map((name) => `${alias}.${name}`).join(', '));
  }

  /** `t.a, t.b_c as "bC"`: what a query gives to read. */
  select(alias: string): Sql {
    return this.#text(`select ${alias}`, () =>
      this.#names
        .map((name) => {
          const here = camelName(name);
          return here === name ? `${alias}.${name}` : `${alias}.${name} as "${here}"`;
        })
        .join(', '),
    );
  }

  /** `a = excluded.a, b_c = excluded.b_c` */
  set(source: string): Sql {
    return this.#text(`set ${source}`, () => this.#names.map((name) => `${name} = ${source}.${name}`).join(', '));
  }

  /** Rows as one parameter: `from ${set.rows(rows)}` gives `r.a`, `r.b_c`. What a row has beyond these is left out. */
  rows(rows: readonly Row<C>[], alias = 'r'): Sql {
    const [names, here, isDate] = [this.#names, this.#here, this.#isDate];
    // Once for each row of each message: a plain loop. What is null need not be said: an absent key is null there.
    const given = (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => {
      const values: Record<string, unknown> = {};
      for (let i = 0; i < names.length; i++) {
        const value = row[here[i] as string];
        if (value === null) continue;
        values[names[i] as string] = isDate[i] === true && typeof value === 'string' ? toStoredDate(value) : value;
      }
      return values;
    });
    return recordset(given, this.#types, alias);
  }

  #text(shape: string, make: () => string): Sql {
    const known = this.#texts.get(shape) ?? sql.raw(make());
    this.#texts.set(shape, known);
    return known;
  }
}
