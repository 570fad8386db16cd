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

const MAX_PER_TURN = 50;
/**
 * Turns at once in one process. Few: while a turn waits its lane fills, and many messages in one turn cost less than many
 * turns. Large messages have a place of their own, so that ordinary turns never wait for them.
 */
const ORDINARY_AT_ONCE = 3;
/** While many messages are being stored: they go first, and the lanes fill for turns that cost less. */
const ORDINARY_IN_A_CROWD = 2;
const LARGE_AT_ONCE = 1;
/**
 * Of messages that may be to blame for the end of a process one is tried at a time, whatever lanes they stand in: were two
 * under way, the one that did nothing would bear an attempt for the other.
 */
const SUSPECTS_AT_ONCE = 1;
/** A turn that takes longer may hang on a connection that is half open: another may begin beside it (ms). */
const STUCK_MS = 120_000;

export interface LaneTurnsDeps extends JudgeDeps {
  readonly store: Store;
  readonly agreements: AgreementsCache;
  readonly commands: CommandRunner;
  /** Told just before a turn looks at what waits in its lane: whatever was stored by then, it sees. */
  readonly looking: (laan: string) => void;
  /** Whether many messages are being stored here at this moment. */
  readonly crowded: () => boolean;
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
  readonly #ordinary: Slots;
  readonly #large = new Slots(() => LARGE_AT_ONCE, STUCK_MS);
  readonly #suspects = new Slots(() => SUSPECTS_AT_ONCE, STUCK_MS);
  #stopping = false;

  constructor(deps: LaneTurnsDeps) {
    this.#deps = deps;
    this.#ordinary = new Slots(() => (deps.crowded() ? ORDINARY_IN_A_CROWD : ORDINARY_AT_ONCE), STUCK_MS);
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

  /**
   * A turn begins as an ordinary one. When what waits first is large it waits for a place among the large ones instead, and
   * when something may be to blame, for its place among the suspects: neither keeps ordinary turns waiting.
   */
  async #admit(laan: string): Promise<TurnOutcome> {
    const look = (laan: string, bytes?: number) => {
      this.#deps.looking(laan);
      return this.#deps.store.work(laan, MAX_PER_TURN, bytes);
    };
    let outcome = await this.#ordinary.use<TurnOutcome | 'large' | 'suspect'>(async () => {
      const work = await look(laan, LARGE);
      return work.werk.length === 0 && work.meer ? 'large' : this.#begin(laan, work);
    });
    if (outcome === 'large') {
      outcome = await this.#large.use(async () => this.#begin(laan, await look(laan)));
    }
    if (outcome !== 'suspect') return outcome;
    return this.#suspects.use(async () => this.#judge(laan, await look(laan), 'one by one'));
  }

  /** `suspect`: the lane bears our mark, and its work waits for a place to be judged one by one. */
  async #begin(laan: string, work: Work): Promise<TurnOutcome | 'suspect'> {
    if (this.#stopping) return 'more';
    if (work.werk.length === 0) return 'empty';
    const { brokeOff } = await this.#deps.store.beginTurn(laan);
    if (brokeOff || work.werk.some(({ pogingen }) => pogingen > 0)) return 'suspect';
    return this.#judge(laan, work, 'together');
  }

  /** Of a lane that bears our mark. */
  async #judge(
    laan: string,
    { beoordeeldTot, werk, meer }: Work,
    how: 'together' | 'one by one',
  ): Promise<TurnOutcome> {
    // The mark stays: whoever looks at the lane next judges one by one, as we would have.
    if (this.#stopping) return 'more';
    try {
      if (werk.length === 0) {
        // Another worker was here while we waited for our place.
        await this.#unmark(laan);
        return 'empty';
      }
      const inForce = await this.#deps.agreements.fresh();
      const cursor = new LaneCursor(laan, beoordeeldTot, this.#deps);
      const stopping = () => this.#stopping;
      const turn = new Turn(cursor, inForce, { ...this.#deps, attempts: this.#attempts, stopping });
      const end = await (how === 'together' ? turn.together(werk) : turn.oneByOne(werk));
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
