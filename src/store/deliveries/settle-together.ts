import { sql } from 'kysely';
import { type Db, KEEP, recordset, rowsOf } from '../engine/db.ts';
import { isRijSleutel } from '../engine/uuid.ts';
import { arrived } from './party-way.ts';
import { type Delivered, TOLD } from './told.ts';

/** What one statement settles at most. */
const AT_ONCE = 200;

interface Waiting {
  readonly aflevering: string;
  readonly op: Date;
  readonly done: (told: readonly Delivered[] | null) => void;
  readonly failed: (fout: unknown) => void;
}

/**
 * Deliveries that arrived, with group commit: while one statement is in flight others wait, and the next settles them
 * together in one round trip and one commit. One that comes when nobody waits goes at the end of the tick.
 */
export class ArrivedTogether {
  readonly #db: Db;
  readonly #waiting: Waiting[] = [];
  #busy = false;

  constructor(db: Db) {
    this.#db = db;
  }

  /** What was told of it; null when it was confirmed before. */
  settle(aflevering: string, op: Date): Promise<readonly Delivered[] | null> {
    if (!isRijSleutel(aflevering)) return Promise.resolve(null);
    return new Promise((done, failed) => {
      this.#waiting.push({ aflevering, op, done, failed });
      if (!this.#busy) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#busy = true;
    // What ended in the same tick goes together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await settleAll(this.#db, this.#waiting.splice(0, AT_ONCE));
    this.#busy = false;
  }
}

/** Tells each what became of it; never rejects. */
async function settleAll(db: Db, group: readonly Waiting[]): Promise<void> {
  try {
    const told = new Map((await settle(db, group)).map(({ rij, ...one }) => [String(rij), one]));
    for (const { aflevering, done } of group) {
      const one = told.get(aflevering);
      told.delete(aflevering);
      done(one === undefined ? null : [one]);
    }
  } catch (fout) {
    for (const { failed } of group) failed(fout);
  }
}

/** Rows are locked in the order of `rij`, as others that take several do: no deadlocks. */
function settle(db: Db, group: readonly Waiting[]): Promise<(Delivered & { readonly rij: number })[]> {
  const op = new Date(Math.max(...group.map((one) => one.op.getTime())));
  const rows = group.map(({ aflevering }) => ({ rij: aflevering }));
  return rowsOf(
    db,
    sql<Delivered & { rij: number }>`${KEEP}
    with vast as materialized (
      select a.rij from aflevering a
      where a.rij = any(array(select r.rij from ${recordset(rows, 'rij bigint')})) and not a.bevestigd
      order by a.rij for update
    ), nu as (
      update aflevering a set geleased_tot = null, status = 'bevestigd', bevestigd = true, op = ${op}::timestamptz,
        volgende_op = null, fout = null
      from vast where a.rij = vast.rij and not a.bevestigd returning a.rij, a.bericht_id, a.partij, a.kanaal
    ), ${arrived(op)}, verteld as (${TOLD('afgeleverd')})
    select nu.rij, v.* from verteld v join nu on nu.bericht_id = v.id and nu.partij = v.partij`,
  );
}
