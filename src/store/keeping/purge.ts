import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { auditStore } from '../audit/audit.ts';
import { type Db, firstOf } from '../engine/db.ts';
import { isTransient } from '../engine/errors.ts';
import { over } from '../engine/over.ts';
import { letReadWholeTables } from '../engine/reporting.ts';
import type { KeepStore, PurgeOrder, PurgeReport } from './contract.ts';
import { cutoffsOf } from './cutoffs.ts';
import { dueMessages, FIRST } from './due-messages.ts';
import { dueUnits, nameOf } from './due-units.ts';
import { dueCommands, ownTimes } from './own-time.ts';
import { removeRows, removeSubjects, removeUnits } from './remove.ts';
import { Tally } from './tally.ts';
import { trimAudit, unchanging } from './trim-audit.ts';

/** How many exchanges, commands or units go in one transaction. */
const AT_ONCE = 500;
/** What others get between two of them (ms). */
const PAUSE_MS = 20;
const TRIES = 5;

export function keepStore(db: Db): KeepStore {
  return over(db, { purge });
}

/** Another process is at it. */
class Busy extends Error {}

async function purge(db: Db, order: PurgeOrder): Promise<PurgeReport> {
  const tally = new Tally();
  try {
    await removeAll(db, order, tally);
  } catch (fout) {
    if (!(fout instanceof Busy)) throw fout;
    if (tally.tables.length === 0) return { kind: 'busy' };
  } finally {
    await writeDown(db, order, tally);
  }
  return { kind: 'done', dryRun: order.dryRun, tables: tally.tables };
}

async function removeAll(db: Db, order: PurgeOrder, tally: Tally): Promise<void> {
  const { dryRun, goOn = () => true } = order;
  const cutoff = cutoffsOf(order.terms, order.now);
  const units = await alone(db, dryRun, async (trx) => {
    await letReadWholeTables(trx);
    return dueUnits(trx, cutoff);
  });
  for (let from = 0; from < units.length && goOn(); from += AT_ONCE) {
    const some = units.slice(from, from + AT_ONCE);
    const names = new Set(some.map(nameOf));
    // Looked at once more within the transaction: a message may have come meanwhile.
    await batch(db, dryRun, tally, async (trx) => {
      await letReadWholeTables(trx);
      const still = dryRun ? some : (await dueUnits(trx, cutoff, some)).filter((unit) => names.has(nameOf(unit)));
      return removeUnits(trx, still, dryRun);
    });
  }
  const gone = dryRun ? units : [];
  for (let after: string | null = FIRST; after !== null && goOn(); ) {
    const page: string = after;
    let next: string | null = null;
    await batch(db, dryRun, tally, async (trx) => {
      const found = await dueMessages(trx, cutoff, { after: page, limit: AT_ONCE, gone });
      next = found.next;
      return removeSubjects(trx, 'bericht', found.due, dryRun);
    });
    after = next;
  }
  for (let more = true; more && goOn(); ) {
    await batch(db, dryRun, tally, async (trx) => {
      const commands = await dueCommands(trx, cutoff, dryRun ? Number.MAX_SAFE_INTEGER : AT_ONCE);
      more = !dryRun && commands.length === AT_ONCE;
      return removeSubjects(trx, 'opdracht', commands, dryRun);
    });
  }
  for (const { table, which } of ownTimes(cutoff, gone)) {
    if (!goOn()) return;
    await batch(db, dryRun, tally, async (trx) => {
      await letReadWholeTables(trx);
      const part = new Tally();
      part.add(table, await removeRows(trx, table, which, dryRun));
      return part;
    });
  }
  if (goOn()) tally.add('audit', await trimAudit(db, cutoff('inzage'), order));
}

async function batch(db: Db, dryRun: boolean, tally: Tally, work: (trx: Db) => Promise<Tally>): Promise<void> {
  tally.addAll(await alone(db, dryRun, work));
  if (!dryRun) await sleep(PAUSE_MS);
}

/**
 * A transaction that sees one moment: when somebody changes meanwhile what it removes it is begun anew. Only one process looks
 * and removes at a time, so that no two wait for each other and not every process goes through all there is; a dry run, which
 * removes nothing, beside any.
 */
async function alone<T>(db: Db, dryRun: boolean, work: (trx: Db) => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await db.transaction().execute(async (trx) => {
        await sql`set transaction isolation level repeatable read`.execute(trx);
        const mine = sql<{ got: boolean }>`select pg_try_advisory_xact_lock(hashtext('ijw-bewaren')) as got`;
        if (!dryRun && (await firstOf(trx, mine))?.got !== true) throw new Busy();
        return work(trx);
      });
    } catch (fout) {
      if (left <= 1 || !isTransient(fout)) throw fout;
      await sleep(PAUSE_MS);
    }
  }
}

/** What went, in one row of the audit; nothing went: no row. */
async function writeDown(db: Db, { dryRun, by, now }: PurgeOrder, tally: Tally): Promise<void> {
  const what = tally.tables.map(({ table, rows }) => `${table} ${rows}`).join(', ');
  if (dryRun || what === '') return;
  await auditStore(db, unchanging).audit({ ...by, handeling: 'opgeschoond', onderwerp: what, op: now });
}
