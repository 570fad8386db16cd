import type { Db } from '../engine/db.ts';
import { over } from '../engine/over.ts';
import type { SqlSource } from '../engine/sql-source.ts';
import { loadKennis } from '../kennis/load-kennis.ts';
import { quarantine, writeVerdicts } from '../write/write-verdicts.ts';
import type { LaanStore } from './contract.ts';
import { beginTurn, countAttempt, endTurn, voidAttempt, waitingLanes, work } from './lanes.ts';
import { drawNumbers } from './number-series.ts';

/** `keys` has that of the BSN hash; a turn bears the presence of the process that is at it. */
export function lanesStore(
  db: Db,
  keys: { readonly clientKey: Uint8Array },
  source: Pick<SqlSource, 'presence'>,
): LaanStore {
  return {
    ...over(db, { waitingLanes, work, countAttempt, voidAttempt, writeVerdicts, quarantine, drawNumbers }),
    beginTurn: async (laan) => beginTurn(db, laan, await source.presence()),
    endTurn: async (laan) => endTurn(db, laan, await source.presence()),
    loadKennis: (vragen) => loadKennis(db, keys.clientKey, vragen),
  };
}
