import type { JudgeHost } from '../judging/judge-host.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import { asStoreError } from '../store/engine/errors.ts';
import type { Heartbeat } from '../store/engine/heartbeat.ts';
import { within } from '../store/engine/within.ts';
import { type QueueLook, queueTroubles, servedForNothing, troubleBegan } from './queue-look.ts';

export interface Gereed {
  readonly ok: boolean;
  readonly store: boolean;
  readonly queue: boolean;
  readonly schemas: boolean;
  /** What is wrong with those that cannot be used: Dutch sentences. */
  readonly redenen: readonly string[];
  /** What keeps messages from being judged, though they can be taken: the process stays in service. */
  readonly waarschuwingen: readonly string[];
}

/** Within this time store and queue must take what is written (ms). */
const LIMIT_MS = 2_000;
/** Who asks so soon after another hears the same: anybody may ask, and asking writes (ms). */
const KEPT_MS = 100;

export interface ReadinessDeps {
  readonly heartbeat: Heartbeat;
  readonly doorbell: Pick<Doorbell, 'beat'>;
  readonly judges: Pick<JudgeHost, 'ready'>;
  readonly queues: () => Promise<QueueLook>;
  /** Ways that are in trouble: Dutch sentences. */
  readonly channels?: () => Promise<readonly string[]>;
}

/** Whether messages can be taken and judged: a row is written in the store and a key in Redis, and the schemas are read. */
export class Readiness {
  readonly #deps: ReadinessDeps;
  #last: Promise<Gereed> | undefined;
  #ring: Promise<unknown> | undefined;
  #looking: Promise<QueueLook> | undefined;

  constructor(deps: ReadinessDeps) {
    this.#deps = deps;
  }

  ready(): Promise<Gereed> {
    this.#last ??= this.#look().finally(() => {
      setTimeout(() => {
        this.#last = undefined;
      }, KEPT_MS).unref();
    });
    return this.#last;
  }

  async #look(): Promise<Gereed> {
    const [store, queue, schemas] = await Promise.all([this.#store(), this.#queue(), this.#schemas()]);
    const [queues, channels] = await Promise.all([
      queue === null ? this.#warnings() : [],
      store === null ? this.#channels() : [],
    ]);
    const waarschuwingen = [...queues, ...channels];
    const redenen = [store, queue, schemas].filter((reden) => reden !== null);
    return {
      ok: redenen.length === 0,
      store: store === null,
      queue: queue === null,
      schemas: schemas === null,
      redenen,
      waarschuwingen,
    };
  }

  async #store(): Promise<string | null> {
    try {
      await this.#deps.heartbeat.beat(LIMIT_MS);
      return null;
    } catch (fout) {
      return storeReden(asStoreError(fout).code);
    }
  }

  /** A key that is on its way still is not written once more: a Redis that hangs would be sent one for each question. */
  async #queue(): Promise<string | null> {
    this.#ring ??= this.#deps.doorbell.beat().finally(() => {
      this.#ring = undefined;
    });
    try {
      return (await within(LIMIT_MS, this.#ring)) === 'late' ? `Redis antwoordt niet binnen ${SECONDEN}.` : null;
    } catch (fout) {
      return queueReden(fout instanceof Error ? fout.message : '');
    }
  }

  /** Regions without a worker and paused queues; none is told of queues that cannot be asked. */
  async #warnings(): Promise<readonly string[]> {
    this.#looking ??= this.#deps.queues().finally(() => {
      this.#looking = undefined;
    });
    const look = await within(LIMIT_MS, this.#looking).catch(() => 'late' as const);
    return look === 'late' ? [] : [...queueTroubles(look).map(troubleBegan), ...servedForNothing(look)];
  }

  async #channels(): Promise<readonly string[]> {
    const { channels } = this.#deps;
    if (channels === undefined) return [];
    const told = await within(LIMIT_MS, channels()).catch(() => 'late' as const);
    return told === 'late' ? [] : told;
  }

  async #schemas(): Promise<string | null> {
    const schemas = await within(LIMIT_MS, this.#deps.judges.ready());
    if (schemas === 'late') return 'De schema’s worden nog gelezen.';
    return schemas ? null : 'De schema’s zijn niet te lezen.';
  }
}

const SECONDEN = `${LIMIT_MS / 1000} seconden`;

const NIET_BEREIKBAAR = 'De database is niet te bereiken.';

/** What the codes of errors of the store mean to an operator. */
const STORE_REDENEN: readonly (readonly [RegExp, string])[] = [
  [/^HANGS$/, `De database antwoordt niet binnen ${SECONDEN}.`],
  [/^FOLDER_GONE$/, 'De datamap (DATA_DIR) is verwijderd of vervangen terwijl de gateway draait.'],
  [/^(53100|ENOSPC|EDQUOT)$/, 'De schijf van de database is vol.'],
  [/^(25006|EROFS)$/, 'De database neemt alleen leesopdrachten aan.'],
  [/^(08...|57P0.|53300)$/, NIET_BEREIKBAAR],
  [/^(ECONN[A-Z]+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT|POOL_TIMEOUT|CLOSED)$/, NIET_BEREIKBAAR],
  [/^E[A-Z]+UNREACH$/, NIET_BEREIKBAAR],
];

function storeReden(code: string): string {
  return STORE_REDENEN.find(([codes]) => codes.test(code))?.[1] ?? `De database neemt geen rij aan (${code}).`;
}

/** What the first word of an error reply of Redis means to an operator. */
const QUEUE_REDENEN: readonly (readonly [RegExp, string])[] = [
  [/^OOM/, 'Redis is vol (maxmemory).'],
  [/^READONLY/, 'Redis neemt alleen leesopdrachten aan (een replica).'],
  [/^NOREPLICAS/, 'Redis heeft te weinig replica’s om te mogen schrijven (min-replicas-to-write).'],
  [/^MISCONF/, 'Redis kan niet naar zijn schijf schrijven.'],
  [/^(NOT_CONNECTED|Connection is closed|LOADING)/, 'Redis is niet te bereiken.'],
];

function queueReden(tekst: string): string {
  const bekend = QUEUE_REDENEN.find(([woorden]) => woorden.test(tekst))?.[1];
  return bekend ?? `Redis neemt geen sleutel aan (${/^[A-Z]+/.exec(tekst)?.[0] ?? 'onbekende fout'}).`;
}
