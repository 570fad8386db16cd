import { type Db, inTransaction } from '../engine/db.ts';
import { isTransient, StoreError } from '../engine/errors.ts';
import { isEis, NIETS_OPNIEUW } from '../write/eis.ts';
import type { Bewaard, Ontvangst } from './contract.ts';
import { isStoredMeanwhile, type Opgeslagen, storeOrFind, waitAgain } from './save-messages.ts';

/** What one statement stores at most, in bytes: its parameter is copied a few times on its way. */
const BYTES = 8 * 1024 * 1024;
/** Deadlocks in a row after which whoever asked may try again later. */
const DEADLOCKS = 5;

/** Somebody else sent one of them again a moment earlier: look anew. */
class Meanwhile extends Error {}

/**
 * Stores what came in together in one transaction. A lane's counter is locked from its first number to the commit, so they
 * stand in their lanes in the order given. What cannot go on because of others is begun anew, as nothing was done.
 */
export async function saveBundle(db: Db, ontvangsten: readonly Ontvangst[]): Promise<readonly Bewaard[]> {
  const names = ontvangsten.map(({ sha256, partij }) => `${Buffer.from(sha256).toString('base64')}${partij}`);
  const first = new Map(names.map((name, nr) => [name, nr] as const).reverse());
  const own = [...first.values()].toSorted((a, b) => a - b);
  const stored = await untilThrough(() => save(db, pick(ontvangsten, own)));
  const byName = new Map(own.map((nr, i) => [names[nr], stored[i]]));
  return names.map((name, nr) => {
    const bewaard = byName.get(name);
    if (bewaard === undefined) throw new Error('storing a message gave no row');
    return first.get(name) === nr ? bewaard : copyOf(bewaard);
  });
}

async function untilThrough<T>(work: () => Promise<T>): Promise<T> {
  for (let deadlocks = 0; ; ) {
    try {
      return await work();
    } catch (fout) {
      const locked = isTransient(fout) && fout instanceof StoreError && fout.code === '40P01';
      if (locked && ++deadlocks > DEADLOCKS) throw fout;
      if (!locked && !isStoredMeanwhile(fout) && !(fout instanceof Meanwhile)) throw fout;
    }
  }
}

/**
 * Mostly one statement holds all of it, and then that is the transaction: with a begin and a commit of their own there are
 * three round trips in a row, for which this process had to wake up while the counters of the lanes were locked (they took
 * a third of the time of a group that came over a broker). What waits again needs a second statement, and so does what is
 * large.
 */
async function save(db: Db, ontvangsten: readonly Ontvangst[]): Promise<Bewaard[]> {
  const all = groups(ontvangsten);
  const [group, more] = all;
  if (group === undefined || more !== undefined || db.isTransaction)
    return inTransaction(db, (trx) => saveAll(trx, all));
  try {
    const stored = await storeOrFind(db, group, 'none-again');
    return await Promise.all(stored.map((een) => bewaardAs(db, een)));
  } catch (fout) {
    if (isEis(fout, NIETS_OPNIEUW)) return inTransaction(db, (trx) => saveAll(trx, all));
    throw fout;
  }
}

async function saveAll(trx: Db, all: readonly (readonly Ontvangst[])[]): Promise<Bewaard[]> {
  const bewaard: Bewaard[] = [];
  for (const group of all) {
    const stored = await storeOrFind(trx, group);
    for (const [i, een] of stored.entries()) bewaard.push(await bewaardAs(trx, een, group[i]));
  }
  return bewaard;
}

async function bewaardAs(trx: Db, { id, laan, status, volgnummer }: Opgeslagen, ontvangst?: Ontvangst) {
  if (volgnummer !== null) return { kind: 'stored', id, laan, volgnummer } as const;
  if (status !== 'geweigerd' || ontvangst === undefined) return { kind: 'duplicate', id, status, laan } as const;
  const weer = await waitAgain(trx, id, ontvangst);
  if (weer === undefined) throw new Meanwhile();
  return { kind: 'again', id, laan: ontvangst.laan, volgnummer: weer } as const;
}

function copyOf(bewaard: Bewaard): Bewaard {
  return bewaard.kind === 'duplicate'
    ? bewaard
    : { kind: 'duplicate', id: bewaard.id, laan: bewaard.laan, status: 'ontvangen' };
}

/** In their order, each as large as one statement may be; a larger one alone. */
function groups(ontvangsten: readonly Ontvangst[]): Ontvangst[][] {
  const all: Ontvangst[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const ontvangst of ontvangsten) {
    bytes += ontvangst.bytes.length;
    if (bytes <= BYTES) all.at(-1)?.push(ontvangst);
    else {
      all.push([ontvangst]);
      bytes = ontvangst.bytes.length;
    }
  }
  return all;
}

function pick<T>(items: readonly T[], places: readonly number[]): T[] {
  return places.flatMap((place) => items[place] ?? []);
}
