import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import type { Service } from './service.ts';

/** How a look went, for metrics and readiness. */
export interface PeriodicRun {
  /** When it began, ms since 1970. */
  readonly at: number;
  readonly durationMs: number;
  /** How many things it did something about; null when it failed. */
  readonly done: number | null;
}

export interface PeriodicOptions {
  readonly name: string;
  readonly everyMs: number;
  /** How long after the start the first look is; at once where it is not said. */
  readonly firstAfterMs?: number | undefined;
  /** Gives how many things it did something about. `first` at the first look of this process; `goOn` until it is to end. */
  readonly work: (first: boolean, goOn: () => boolean) => Promise<number>;
  /** Told when it is asked to look while it looks. */
  readonly onPoke?: () => void;
  /** Told when it is to end: so that a long look can end early. */
  readonly onStop?: () => void;
  readonly logger: Logger;
}

/**
 * Does something now and then, first when it starts or so long after, and one look at a time: while the store is away they
 * would pile up. A failure is logged and tried again at the next look.
 */
export class Periodic implements Service {
  readonly #options: PeriodicOptions;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #lastRun: PeriodicRun | undefined;
  #first = true;
  #again = false;
  #stopped = true;

  constructor(options: PeriodicOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  get lastRun(): PeriodicRun | undefined {
    return this.#lastRun;
  }

  start(): void {
    this.#stopped = false;
    const { everyMs, firstAfterMs } = this.#options;
    const begin = () => {
      this.#look();
      this.#timer = setInterval(() => this.#look(), everyMs);
    };
    if (firstAfterMs === undefined) begin();
    else this.#timer = setTimeout(begin, firstAfterMs);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#options.onStop?.();
    clearTimeout(this.#timer);
    await this.#looking;
  }

  /** Looks at once; during a look once more after it. */
  poke(): void {
    if (this.#looking === undefined) this.#look();
    else {
      this.#again = true;
      this.#options.onPoke?.();
    }
  }

  #look(): void {
    if (this.#stopped) return;
    this.#looking ??= this.#run().finally(() => {
      this.#looking = undefined;
      if (this.#again) this.#look();
    });
    this.#again = false;
  }

  async #run(): Promise<void> {
    const { name, work, logger } = this.#options;
    const [at, begin] = [Date.now(), performance.now()];
    let done: number | null = null;
    try {
      done = await work(this.#first, () => !this.#stopped);
      this.#first = false;
      if (done > 0) logger.info('periodic work was done', { dienst: name, aantal: done });
    } catch (fout) {
      logger.warn('periodic work failed', { dienst: name, ...foutVelden(fout) });
    }
    this.#lastRun = { at, durationMs: Math.round(performance.now() - begin), done };
  }
}
