import type { KeepTerms } from '../config/bewaartermijnen.ts';
import { PROCESS_ROLLEN, type ProcessRol } from '../config/keuzes.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import type { Logger } from '../log/logger.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import type { WorkerPresence } from '../queue/worker-presence.ts';
import type { Store } from '../store/store.ts';
import { anchorAudit } from './anchor-audit.ts';
import { Periodic } from './periodic.ts';
import { purgeOld } from './purge-old.ts';
import { raiseTermSignals } from './raise-term-signals.ts';
import { replayMany } from './replay-many.ts';
import { type RingDeps, ringWaitingLanes } from './ring-waiting-lanes.ts';
import type { QueueWatch } from './watch-queues.ts';

export interface JobDeps extends RingDeps {
  readonly agreements: AgreementsCache;
  readonly doorbell: Doorbell;
  readonly presence: WorkerPresence;
  /** The regions that this process serves; none unless it judges. */
  readonly served: () => readonly string[];
  readonly store: Store;
  readonly watch: QueueWatch;
  /** How long what is kept, in years. */
  readonly terms: KeepTerms;
  readonly now: () => Date;
  readonly logger: Logger;
}

interface PeriodicJob {
  readonly name: string;
  /** Processes of these roles do it; several may at once. */
  readonly roles: readonly ProcessRol[];
  readonly everyMs: number;
  /** How long after the start the first look is; at once where it is not said. */
  readonly firstAfterMs?: number;
  /** Gives how many things it did something about. `goOn`: false when the process is to end, so that a long look ends early. */
  readonly work: (deps: JobDeps, first: boolean, goOn: () => boolean) => Promise<number>;
}

const DAY_MS = 24 * 3_600_000;

/** All that runs now and then: a row here and a function in a file of its own. */
const JOBS: readonly PeriodicJob[] = [
  { name: 'herhalingen', roles: ['all', 'worker'], everyMs: 1_000, work: replayMany },
  { name: 'reconciler', roles: ['all', 'worker'], everyMs: 2_000, work: ringWaitingLanes },
  {
    name: 'termijnen',
    roles: ['all', 'worker'],
    everyMs: 5_000,
    work: ({ store, now }) => raiseTermSignals(store, now()),
  },
  {
    name: 'aanwezig',
    roles: ['all', 'worker'],
    everyMs: 5_000,
    work: async ({ presence, served }) => {
      await presence.announce(served());
      return 0;
    },
  },
  {
    name: 'sleutels',
    roles: PROCESS_ROLLEN,
    everyMs: 5_000,
    work: async ({ store }) => {
      await store.readDataKeys();
      return 0;
    },
  },
  {
    name: 'verzegelen',
    roles: ['all', 'worker'],
    everyMs: 1_000,
    work: async ({ store }) => (await store.sealOlder()) ?? 0,
  },
  {
    name: 'audit',
    roles: ['all', 'worker'],
    everyMs: DAY_MS,
    work: ({ store, logger }) => anchorAudit(store, logger),
  },
  {
    name: 'bewaren',
    roles: ['all', 'worker'],
    everyMs: DAY_MS,
    // It goes through all dossiers. After a start there is work that waited, and several processes may have started at once.
    firstAfterMs: 15 * 60_000,
    work: (deps, _first, goOn) => purgeOld(deps, goOn),
  },
  { name: 'wachtrijen', roles: PROCESS_ROLLEN, everyMs: 5_000, work: (deps) => deps.watch.look(deps) },
];

/** The periodic services of a process with this role, not yet started. */
export function periodicServices(rol: ProcessRol, deps: JobDeps): Periodic[] {
  return JOBS.filter(({ roles }) => roles.includes(rol)).map(({ name, everyMs, firstAfterMs, work }) => {
    const look = (first: boolean, goOn: () => boolean) => work(deps, first, goOn);
    return new Periodic({ name, everyMs, firstAfterMs, work: look, logger: deps.logger });
  });
}
