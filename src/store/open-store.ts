import { sql } from 'kysely';
import type { Logger } from '../log/logger.ts';
import * as agreements from './agreements/agreements.ts';
import { audit, recorded } from './audit/audit.ts';
import type { Changes } from './audit/contract.ts';
import { checkKey, type DataKey, dataKey } from './client-key/check-key.ts';
import * as deliveries from './deliveries/deliveries.ts';
import { type Db, dbOver, firstOf } from './engine/db.ts';
import { unsafeSettings } from './engine/durability.ts';
import { pgSource } from './engine/pg/pg-source.ts';
import { pgliteSource } from './engine/pglite/pglite-source.ts';
import { inTime, reporting } from './engine/reporting.ts';
import type { SqlSource } from './engine/sql-source.ts';
import { loadKennis } from './kennis/load-kennis.ts';
import * as keys from './keys/keys.ts';
import * as commands from './lanes/commands.ts';
import * as lanes from './lanes/lanes.ts';
import { drawNumbers } from './lanes/number-series.ts';
import { IntakeBatches } from './messages/intake.ts';
import * as views from './messages/message-views.ts';
import { replay } from './messages/replay.ts';
import { migrate } from './migrations/migrate.ts';
import * as budgets from './reports/budgets.ts';
import * as contactPoints from './reports/contact-points.ts';
import * as insight from './reports/insight.ts';
import { insightCells, insightCounts } from './reports/insight-counts.ts';
import * as signalStates from './reports/signal-states.ts';
import * as terms from './requests/terms.ts';
import * as werkbak from './requests/werkbak.ts';
import type { Store } from './store.ts';
import { quarantine, writeVerdicts } from './write/write-verdicts.ts';

export interface StoreOptions {
  /** A PostgreSQL server; null or absent: PGlite in the data folder, which this process then holds for itself. */
  readonly databaseUrl?: string | null;
  readonly dataDir: string;
  /** Key of the BSN hash; null or absent: made once in the data folder. */
  readonly sleutel?: string | null;
  readonly logger?: Logger;
}

/** Opens the store; `migrate` is the caller's next step. Throws FolderInUse when another process holds the data folder. */
export async function openStore({ databaseUrl = null, dataDir, sleutel = null, logger }: StoreOptions): Promise<Store> {
  const source = databaseUrl === null ? await pgliteSource(dataDir) : pgSource(databaseUrl);
  const reports = dbOver({ session: () => source.reportSession(), end: async () => undefined });
  const store = storeOver(dbOver(source), reports, dataKey(sleutel, dataDir), source, logger);
  return databaseUrl === null ? { ...store, migrate: () => migrateAndTidy(source, store) } : store;
}

/** PGlite has no autovacuum: it is tidied once a start, so that plans know the sizes of tables. */
async function migrateAndTidy(source: SqlSource, store: Store): Promise<void> {
  await store.migrate();
  const db = dbOver(source);
  const eigen = sql<{ namen: string }>`
    select string_agg(quote_ident(tablename), ', ') as namen from pg_tables where schemaname = current_schema()`;
  const { namen } = (await firstOf(db, eigen)) ?? { namen: '' };
  await sql.raw(`vacuum analyze ${namen}`).execute(db);
}

/** Every operation of the contract, over one database; `reports` are its sessions for reports. */
function storeOver(db: Db, reports: Db, key: DataKey, source: SqlSource, logger: Logger | undefined): Store {
  const intake = new IntakeBatches(db);
  return {
    ...changesOver(db),
    async migrate() {
      await source.ensureOwnSessions();
      await migrate(db);
      await checkKey(db, key, logger);
    },
    unsafeSettings: () => unsafeSettings(db),
    heartbeat: source,
    close: () => db.destroy(),
    saveMessage: (ontvangst) => intake.save(ontvangst),
    message: (id, scope) => views.message(db, id, scope),
    messageBytes: (id, scope) => views.messageBytes(db, id, scope),
    messages: (filter) => views.messages(db, filter),
    waitingLanes: (ouderDanMs, limit) => lanes.waitingLanes(db, ouderDanMs, limit),
    work: (laan, max, bytes) => lanes.work(db, laan, max, bytes),
    beginTurn: async (laan) => lanes.beginTurn(db, laan, await source.presence()),
    endTurn: async (laan) => lanes.endTurn(db, laan, await source.presence()),
    countAttempt: (werk) => lanes.countAttempt(db, werk),
    voidAttempt: (werk) => lanes.voidAttempt(db, werk),
    loadKennis: (vragen) => loadKennis(db, key.bytes, vragen),
    writeVerdicts: (laan, van, verdicts) => writeVerdicts(db, laan, van, verdicts),
    quarantine: (laan, van, werk, reden) => quarantine(db, laan, van, werk, reden),
    drawNumbers: (identificaties, toewijzingen) => drawNumbers(db, identificaties, toewijzingen),
    outgoing: (scope, filter) => deliveries.outgoing(db, scope, filter),
    confirm: (id, scope, op) => deliveries.confirm(db, id, scope, op),
    agreementsVersion: () => agreements.agreementsVersion(db),
    latestAgreements: () => agreements.latestAgreements(db),
    agreementsAt: (versie) => agreements.agreementsAt(db, versie),
    agreementsVersions: (filter) => agreements.agreementsVersions(db, filter),
    toewijzingKinds: () => inTime(() => agreements.toewijzingKinds(reports)),
    keyByHash: (hash) => keys.keyByHash(db, hash),
    keys: () => keys.keys(db),
    keyUsed: (id, op) => keys.keyUsed(db, id, op),
    toewijzing: (gemeenten, nummer, scope) => insight.toewijzing(db, gemeenten, nummer, scope),
    budgets: (filter) => inTime(() => budgets.budgets(reports, filter)),
    budgetShares: (filter) => inTime(() => budgets.budgetShares(reports, filter)),
    insightCounts: (vraag) => reporting(reports, (trx) => insightCounts(trx, vraag)),
    insightCells: (kaart) => reporting(reports, (trx) => insightCells(trx, kaart)),
    contactPoint: (gemeenten, client) => contactPoints.contactPoint(db, gemeenten, client),
    signal: (id, scope) => signalStates.signal(db, id, scope),
    signals: (filter) => insight.signals(db, filter),
    werkbak: (scope, filter) => werkbak.werkbak(db, scope, filter),
    werkbakItem: (id, scope) => werkbak.werkbakItem(db, id, scope),
    terms: (filter) => terms.terms(db, filter),
    raiseTermSignals: (vandaag, limit) => terms.raiseTermSignals(db, vandaag, limit),
    events: (onderwerp) => insight.events(db, onderwerp),
    counts: (scope) => insight.counts(db, scope),
    audit: (row) => audit(db, row),
    recorded: (work) => recorded(db, changesOver, work),
    command: (id, scope) => commands.command(db, id, scope),
  };
}

/** Over the database, or over a transaction in which the audit is written too. */
function changesOver(db: Db): Changes {
  return {
    addKey: (nieuw, hash) => keys.addKey(db, nieuw, hash),
    changeKey: (id, wijziging) => keys.changeKey(db, id, wijziging),
    endKey: (id, op) => keys.endKey(db, id, op),
    saveAgreements: (document, door, op) => agreements.saveAgreements(db, document, door, op),
    replay: (id) => replay(db, id),
    setContactPoint: (zet) => contactPoints.setContactPoint(db, zet),
    setSignalState: (zet) => signalStates.setSignalState(db, zet),
    saveCommand: (opdracht) => commands.saveCommand(db, opdracht),
  };
}
