import { sql } from 'kysely';
import type { Happening } from '../happenings/happening.ts';
import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import { agreementsStore } from './agreements/agreements.ts';
import { auditStore } from './audit/audit.ts';
import type { Changes } from './audit/contract.ts';
import { auditRotation } from './audit/rotation.ts';
import { budgetsStore } from './budgets/budgets.ts';
import { causesStore } from './causes/causes.ts';
import { channelsStore } from './channels/channels.ts';
import { mainKey } from './client-key/data-sleutel.ts';
import { contactPointsStore } from './contact-points/contact-points.ts';
import { deliveriesStore } from './deliveries/deliveries.ts';
import { outboxStore } from './deliveries/outbox.ts';
import { dossierStore } from './dossier/toewijzing.ts';
import { type Db, dbOver, rowsOf } from './engine/db.ts';
import { unsafeSettings } from './engine/durability.ts';
import { SHARED_WARNING } from './engine/pg/pg-sessions.ts';
import { pgSource } from './engine/pg/pg-source.ts';
import { pgliteSource } from './engine/pglite/pglite-source.ts';
import type { SqlSource } from './engine/sql-source.ts';
import { envelopesStore } from './envelopes/envelopes.ts';
import { feedbackStore } from './feedback/feedback.ts';
import { happeningsStore, rebase } from './happenings/read.ts';
import { type InnerStore, tellingStore } from './happenings/telling-store.ts';
import { keepStore } from './keeping/purge.ts';
import { keysStore } from './keys/keys.ts';
import { commandsStore } from './lanes/commands.ts';
import { lanesStore } from './lanes/lanes-store.ts';
import { eventsStore } from './messages/events.ts';
import { messagesStore } from './messages/messages-store.ts';
import { RecentBodies } from './messages/recent-bodies.ts';
import { migrate } from './migrations/migrate.ts';
import { overviewStore } from './overview/overview.ts';
import { personStore } from './person/person.ts';
import { queueStatesStore } from './queues/queue-states.ts';
import { replaysStore } from './replays/replays.ts';
import { reportsStore } from './reports/reports-store.ts';
import { termsStore } from './requests/terms.ts';
import { werkbakStore } from './requests/werkbak.ts';
import { savedSearchesStore } from './saved-searches/saved-searches.ts';
import { DataKeys } from './seal/data-keys.ts';
import { dropRemains } from './seal/drop-remains.ts';
import { giveKeys } from './seal/seal-of.ts';
import { markTidied, sealFor, sealing, sealStore } from './seal/seal-store.ts';
import { searchStore } from './search/search-store.ts';
import { sessionsStore } from './sessions/sessions.ts';
import { signalsStore } from './signals/signals.ts';
import type { Store } from './store.ts';
import { subscriptionsStore } from './subscriptions/subscriptions.ts';

export interface StoreOptions {
  /** A PostgreSQL server; null or absent: PGlite in the data folder, which this process then holds for itself. */
  readonly databaseUrl?: string | null;
  readonly dataDir: string;
  /** The embedded engine in that folder, where it was begun already; it is closed with the store. */
  readonly engine?: Promise<SqlSource>;
  /** DATA_SLEUTEL; null or absent: made once in the data folder. */
  readonly sleutel?: string | null;
  readonly logger?: Logger;
  /** Whether what this process stores is judged by it too. */
  readonly judgesOwn?: boolean;
  /** What this process wrote, told once it is committed. */
  readonly tell?: (happenings: readonly Happening[]) => void;
}

/** How long a start waits for the encryption of what an older build wrote; the rest is done beside the work (ms). */
const SEAL_AT_START_MS = 10_000;

/** Opens the store; `migrate` is the caller's next step. Throws FolderInUse when another process holds the data folder. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl = null, dataDir, sleutel = null, logger, judgesOwn = false, tell = () => undefined } = options;
  const source = databaseUrl === null ? await (options.engine ?? pgliteSource(dataDir)) : pgSource(databaseUrl);
  const reports = dbOver({ session: () => source.reportSession(), end: async () => undefined });
  const db = dbOver(source);
  const keys = new DataKeys(mainKey(sleutel, dataDir));
  for (const each of [db, reports]) giveKeys(each, keys);
  const recent = judgesOwn ? new RecentBodies() : null;
  const inner = storeOver({ db, reports, keys, source, recent, logger });
  const store = tellingStore(inner, tell);
  return databaseUrl === null ? tidying(db, store, logger) : store;
}

/** How long after a start an embedded store is tidied (ms). */
const TIDY_AFTER_MS = 10_000;

/**
 * PGlite has no autovacuum: it is tidied after each start, so that plans know the sizes of tables. When the start is over and
 * table by table, for a month of messages takes most of a second, and others have their turn in between.
 */
function tidying(db: Db, store: Store, logger: Logger | undefined): Store {
  let closing = false;
  let under: Promise<void> = Promise.resolve();
  let clock: NodeJS.Timeout | undefined;
  const tidy = async () => {
    for (const table of await ownTables(db)) {
      if (closing) return;
      await sql.raw(`vacuum analyze ${table}`).execute(db);
    }
  };
  return {
    ...store,
    async migrate() {
      await store.migrate();
      if ((await sealing(db)) === 'verzegeld') {
        await dropRemains(db);
        await markTidied(db);
      }
      clock = setTimeout(() => {
        under = tidy().catch((fout: unknown) => logger?.warn('the store was not tidied', foutVelden(fout)));
      }, TIDY_AFTER_MS).unref();
    },
    async close() {
      closing = true;
      clearTimeout(clock);
      await under;
      await store.close();
    },
  };
}

/** Names as SQL wants them. */
async function ownTables(db: Db): Promise<string[]> {
  const eigen = sql<{ naam: string }>`
    select quote_ident(tablename) as naam from pg_tables where schemaname = current_schema() order by 1`;
  return (await rowsOf(db, eigen)).map(({ naam }) => naam);
}

/** `reports` are the sessions for reports. */
interface Parts {
  readonly db: Db;
  readonly reports: Db;
  readonly keys: DataKeys;
  readonly source: SqlSource;
  readonly recent: RecentBodies | null;
  readonly logger: Logger | undefined;
}

/** Every operation of the contract, over one database. */
function storeOver({ db, reports, keys, source, recent, logger }: Parts): InnerStore {
  const seal = sealStore(db, auditRotation(db));
  return {
    async migrate() {
      if ((await source.sessionKind()) === 'shared') logger?.warn(SHARED_WARNING);
      await migrate(db);
      await rebase(db);
      await keys.unlock(db, logger);
      const sealed = await sealFor(seal, SEAL_AT_START_MS);
      if (sealed > 0) logger?.info('what stood there in the clear is encrypted now', { values: sealed });
    },
    unsafeSettings: () => unsafeSettings(db),
    heartbeat: source,
    close: () => db.destroy(),
    ...messagesStore(db, recent),
    ...eventsStore(db),
    ...lanesStore(db, keys, source, recent),
    ...commandsStore(db),
    ...deliveriesStore(db),
    ...dossierStore(db),
    ...werkbakStore(db),
    ...termsStore(db),
    ...signalsStore(db),
    ...searchStore(keys),
    ...savedSearchesStore(db),
    ...causesStore(db),
    ...replaysStore(db),
    ...budgetsStore(reports),
    ...contactPointsStore(db),
    ...reportsStore(db, reports),
    ...overviewStore(db, reports),
    ...agreementsStore(db, reports),
    ...keysStore(db),
    ...sessionsStore(db),
    ...auditStore(db, changesOver),
    ...outboxStore(db),
    ...channelsStore(db),
    ...feedbackStore(db),
    ...envelopesStore(db),
    ...happeningsStore(db),
    ...queueStatesStore(db),
    ...subscriptionsStore(db),
    ...keepStore(db),
    ...personStore(db),
    ...seal,
  };
}

/** What may be changed in a transaction in which the audit is written too. */
function changesOver(trx: Db): Changes {
  return {
    ...keysStore(trx),
    ...sessionsStore(trx),
    ...agreementsStore(trx, trx),
    ...messagesStore(trx, null),
    ...contactPointsStore(trx),
    ...signalsStore(trx),
    ...causesStore(trx),
    ...replaysStore(trx),
    ...commandsStore(trx),
    ...channelsStore(trx),
    ...subscriptionsStore(trx),
    ...savedSearchesStore(trx),
    deliverAgain: deliveriesStore(trx).deliverAgain,
  };
}
