import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { passing } from '../faults/pass.ts';
import type { HappeningType } from '../happenings/happening.ts';
import type { HappeningHint, HappeningHub } from '../happenings/hub.ts';
import type { Logger } from '../log/logger.ts';

/** Happenings of one message on the line at most; a tick with more says it in several. */
const AT_ONCE = 500;
/** So many lines may wait for an answer of Redis; while it hangs, the next are not said. */
const UNDER_WAY = 16;
/**
 * How long the next line waits after the one before, so that what happens in a busy process is said together (ms). Who waits in this
 * process does not notice, and the first of a quiet moment is said at once.
 */
const GATHER_MS = 15;
/** The same while no other process hears us: one that has just begun hears of things so much later at most (ms). */
const GATHER_ALONE_MS = 250;

export interface HappeningHintsOptions {
  readonly hub: HappeningHub;
  /** Publishes. */
  readonly redis: Redis;
  /** A connection of its own, on which nothing else may be asked once it listens; null: this process need not hear. */
  readonly listener: Redis | null;
  readonly prefix: string;
  readonly logger: Logger;
}

/** What goes over the line: who says it, and type and id of each happening. Nothing of any message. */
interface Line {
  readonly from: string;
  readonly told: readonly (readonly [HappeningType, string | null])[];
}

/**
 * Says to the other processes that something happened (Redis pub/sub), and hears them. A hint, as a ring is: whoever must
 * not miss anything reads the store, so what is lost while Redis is away is not missed.
 */
export function shareHappenings(options: HappeningHintsOptions): void {
  const hints = new HappeningHints(options);
  hints.begin();
}

class HappeningHints {
  readonly #options: HappeningHintsOptions;
  readonly #self = randomUUID();
  #waiting: [HappeningType, string | null][] = [];
  #underWay = 0;
  #said = Number.NEGATIVE_INFINITY;
  #alone = false;

  constructor(options: HappeningHintsOptions) {
    this.#options = options;
  }

  begin(): void {
    const { hub, listener, logger } = this.#options;
    hub.listen(({ type, subject }) => this.#say(type, subject));
    if (listener === null) return;
    listener.on('message', (_channel: string, text: string) => this.#hear(text));
    // Subscribed anew by the client after each loss of the connection.
    listener.subscribe(this.#channel).catch((fout: unknown) => {
      logger.warn('hints of other processes cannot be heard', { fout: fout instanceof Error ? fout.name : 'onbekend' });
    });
  }

  get #channel(): string {
    return `${this.#options.prefix}:gebeurtenissen`;
  }

  #say(type: HappeningType, subject: string | null): void {
    if (this.#waiting.length === 0) this.#soon();
    this.#waiting.push([type, subject]);
  }

  #soon(): void {
    const left = this.#said + (this.#alone ? GATHER_ALONE_MS : GATHER_MS) - performance.now();
    if (left > 0) setTimeout(() => this.#flush(), left).unref();
    else setImmediate(() => this.#flush());
  }

  /** All of a tick in one call. Without Redis there is no use in lining up. */
  #flush(): void {
    const { redis } = this.#options;
    const all = this.#waiting;
    this.#waiting = [];
    this.#said = performance.now();
    if (redis.status !== 'ready') return;
    const ended = (heard?: number) => {
      this.#underWay--;
      this.#alone = heard !== undefined && this.#heardByUsOnly(heard);
    };
    for (let i = 0; i < all.length && this.#underWay < UNDER_WAY; i += AT_ONCE) {
      this.#underWay++;
      const line: Line = { from: this.#self, told: all.slice(i, i + AT_ONCE) };
      passing('hint', () => redis.publish(this.#channel, JSON.stringify(line))).then(ended, () => ended());
    }
  }

  /** How many heard a line is known of one Redis; a node of a cluster counts those alone that listen to it. */
  #heardByUsOnly(heard: number): boolean {
    const { redis, listener } = this.#options;
    return !redis.isCluster && heard <= (listener === null ? 0 : 1);
  }

  #hear(text: string): void {
    const line = lineOf(text);
    if (line === undefined || line.from === this.#self) return;
    for (const [type, subject] of line.told) this.#options.hub.hint({ type, subject } satisfies HappeningHint);
  }
}

/** Undefined for what is none: anybody who reaches Redis may say anything there. */
function lineOf(text: string): Line | undefined {
  try {
    const line = JSON.parse(text) as Line;
    const well = Array.isArray(line.told) && line.told.every((one) => Array.isArray(one) && typeof one[0] === 'string');
    return well ? line : undefined;
  } catch {
    return undefined;
  }
}
