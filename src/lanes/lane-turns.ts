import type { AgreementsCache } from '../judging/agreements-cache.ts';
import { JudgeInterrupted } from '../judging/judge-errors.ts';
import { LARGE } from '../judging/large.ts';
import type { JudgeDeps } from '../judging/procedure.ts';
import type { Store } from '../store/store.ts';
import { Attempts } from './attempts.ts';
import type { CommandRunner } from './commands/command-runner.ts';
import { LaneCursor } from './lane-cursor.ts';
import { Slots } from './slots.ts';
import { Turn } from './turn.ts';
import type { VerdictWatch } from './verdict-watch.ts';

const MAX_PER_TURN = 50;
/**
 * Turns at once in one process. Few: while a turn waits its lane fills, and many messages in one turn cost less than many
 * turns. Large messages have a place of their own, so that ordinary turns never wait for them.
 */
const ORDINARY_AT_ONCE = 3;
const LARGE_AT_ONCE = 1;
/** A turn that takes longer may hang on a connection that is half open: another may begin beside it (ms). */
const STUCK_MS = 120_000;

export interface LaneTurnsDeps extends JudgeDeps {
  readonly store: Store;
  readonly agreements: AgreementsCache;
  readonly commands: CommandRunner;
  readonly watch: VerdictWatch;
}

/** 'more' when the lane may have more work, 'empty' when it had none or is in hand already. */
export type TurnOutcome = 'empty' | 'more';

interface UnderWay {
  readonly since: number;
  readonly ended: Promise<unknown>;
  rungAgain: boolean;
}

type Work = Awaited<ReturnType<Store['work']>>;

/** Which lanes have their turn in this process: one turn of a lane at a time, few at once, none when it stops. */
export class LaneTurns {
  readonly #deps: LaneTurnsDeps;
  readonly #attempts: Attempts;
  readonly #underWay = new Map<string, UnderWay>();
  readonly #ordinary = new Slots(ORDINARY_AT_ONCE, STUCK_MS);
  readonly #large = new Slots(LARGE_AT_ONCE, STUCK_MS);
  #stopping = false;

  constructor(deps: LaneTurnsDeps) {
    this.#deps = deps;
    this.#attempts = new Attempts(deps.store);
  }

  /**
   * A turn of this lane. While this process has one under way a second would judge the same work in vain; its ring is
   * remembered, for what it rang for may have been stored too late for the first.
   */
  async turn(laan: string): Promise<TurnOutcome> {
    if (this.#stopping) return 'more';
    const first = this.#underWay.get(laan);
    if (first !== undefined && performance.now() - first.since < STUCK_MS) {
      first.rungAgain = true;
      return 'empty';
    }
    const turn = this.#admit(laan);
    const ended = turn.catch(() => undefined);
    const underWay: UnderWay = { since: performance.now(), ended, rungAgain: false };
    this.#underWay.set(laan, underWay);
    try {
      const outcome = await turn;
      return underWay.rungAgain ? 'more' : outcome;
    } finally {
      if (this.#underWay.get(laan) === underWay) this.#underWay.delete(laan);
    }
  }

  /** No turn begins any more; those under way end after the group they are at. Resolves when they have ended. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#underWay.values()].map(({ ended }) => ended));
  }

  /** A turn begins as an ordinary one. When what waits first is large it waits for a place among the large ones instead. */
  async #admit(laan: string): Promise<TurnOutcome> {
    const { store } = this.#deps;
    const ordinary = await this.#ordinary.use(async () => {
      const work = await store.work(laan, MAX_PER_TURN, LARGE);
      return work.werk.length === 0 && work.meer ? 'large' : this.#judge(laan, work);
    });
    if (ordinary !== 'large') return ordinary;
    return this.#large.use(async () => this.#judge(laan, await store.work(laan, MAX_PER_TURN)));
  }

  async #judge(laan: string, { beoordeeldTot, werk, meer }: Work): Promise<TurnOutcome> {
    if (this.#stopping) return 'more';
    if (werk.length === 0) return 'empty';
    const { store, agreements } = this.#deps;
    const { brokeOff } = await store.beginTurn(laan);
    try {
      const inForce = await agreements.fresh();
      const cursor = new LaneCursor(laan, beoordeeldTot, this.#deps);
      const stopping = () => this.#stopping;
      const turn = new Turn(cursor, inForce, { ...this.#deps, attempts: this.#attempts, stopping });
      const suspect = brokeOff || werk.some(({ pogingen }) => pogingen > 0);
      const end = await (suspect ? turn.oneByOne(werk) : turn.together(werk));
      if (end === 'done') return meer ? 'more' : 'empty';
    } catch (fout) {
      await this.#unmark(laan);
      if (fout instanceof JudgeInterrupted) return 'more';
      throw fout;
    }
    await this.#unmark(laan);
    return 'more';
  }

  /** Clears the mark of a turn that ended. When the store cannot be reached the next turn takes it for one that broke off. */
  async #unmark(laan: string): Promise<void> {
    await this.#deps.store.endTurn(laan).catch(() => undefined);
  }
}
