import type { Db } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { SqlSource } from '../engine/sql-source.ts';
import { loadKennis } from '../kennis/load-kennis.ts';
import type { RecentBodies } from '../messages/recent-bodies.ts';
import { quarantine, writeVerdicts } from '../write/write-verdicts.ts';
import type { LaanStore } from './contract.ts';
import { beginTurn, countAttempt, endTurn, voidAttempt, waitingLanes, work } from './lanes.ts';
import { drawNumbers } from './number-series.ts';

/** `keys` has that of the BSN hash; a turn bears the presence of the process that is at it. */
export function lanesStore(
  db: Db,
  keys: { readonly clientKey: Uint8Array },
  source: Pick<SqlSource, 'presence'>,
  recent: RecentBodies | null,
): LaanStore {
  return {
    ...over(db, { waitingLanes, countAttempt, voidAttempt, writeVerdicts, quarantine, drawNumbers }),
    work: (laan, max, bytes) => work(db, recent, laan, max, bytes),
    beginTurn: async (laan) => beginTurn(db, laan, await source.presence()),
    endTurn: async (laan) => endTurn(db, laan, await source.presence()),
    loadKennis: (vragen) => loadKennis(db, keys.clientKey, vragen),
  };
}
