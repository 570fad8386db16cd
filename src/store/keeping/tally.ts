import type { PurgedTable } from './contract.ts';

/** What one statement removed or counted. */
export interface Removed {
  readonly rows: number;
  /** Null when there was nothing. */
  readonly oldest: string | null;
}

/** Adds up what batches removed, by table. */
export class Tally {
  readonly #tables = new Map<string, { rows: number; oldest: string }>();

  add(table: string, removed: Removed | undefined): void {
    if (removed === undefined || removed.oldest === null) return;
    const { rows, oldest } = removed;
    const so = this.#tables.get(table) ?? { rows: 0, oldest };
    const [first = oldest] = [oldest, so.oldest].toSorted();
    this.#tables.set(table, { rows: so.rows + rows, oldest: first });
  }

  addAll(other: Tally): void {
    for (const { table, rows, oldest } of other.tables) this.add(table, { rows, oldest });
  }

  get tables(): PurgedTable[] {
    return [...this.#tables].map(([table, counted]) => ({ table, ...counted }));
  }
}
