import { sql } from 'kysely';
import { type Db, firstOf } from '../engine/db.ts';
import type { SealStore } from './contract.ts';
import { BEGIN, sealNext, type Walk } from './older-values.ts';
import { keysOf } from './seal-of.ts';

/** Name of the setting that says that nothing plain is left: `verzegeld`, and `opgeruimd` once its remains are gone too. */
const SETTING = 'verzegeling';

/** `rotated` writes down that there is a new data key. */
export function sealStore(db: Db, rotated: (version: number) => Promise<void>): SealStore {
  let walk: Walk | null | undefined;
  return {
    rotateDataKey: async () => {
      const version = await keysOf(db).make(db);
      await rotated(version);
      // Looked through anew: a process of an older build may have written beside this one.
      walk = BEGIN;
      return version;
    },
    readDataKeys: () => keysOf(db).read(db),
    async sealOlder() {
      if (walk === undefined) walk = (await sealing(db)) === null ? BEGIN : null;
      if (walk === null) return null;
      const { sealed, next } = await sealNext(db, walk);
      walk = next;
      if (next === null) await markSealed(db);
      return sealed;
    },
  };
}

/** Seals what is plain, but for no longer than this (ms): what is left is done beside the work. Gives how many values. */
export async function sealFor(store: SealStore, ms: number): Promise<number> {
  const until = performance.now() + ms;
  let total = 0;
  for (;;) {
    const sealed = await store.sealOlder();
    if (sealed === null) return total;
    total += sealed;
    if (performance.now() > until) return total;
  }
}

/** How far the sealing of what stood there before came; null: it is not done. */
export async function sealing(db: Db): Promise<string | null> {
  const rij = await firstOf(db, sql<{ waarde: string }>`select waarde from instelling where naam = ${SETTING}`);
  return rij?.waarde ?? null;
}

async function markSealed(db: Db): Promise<void> {
  await sql`insert into instelling (naam, waarde) values (${SETTING}, 'verzegeld') on conflict do nothing`.execute(db);
}

/** What was plain is gone from the files of the tables too. */
export async function markTidied(db: Db): Promise<void> {
  await sql`update instelling set waarde = 'opgeruimd' where naam = ${SETTING}`.execute(db);
}
