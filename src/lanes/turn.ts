import type { AgreementsCache, AgreementsInForce } from '../judging/agreements-cache.ts';
import type { JudgeSession } from '../judging/judge-host.ts';
import { type Geladen, type JudgeDeps, judgeGroup, withOpened } from '../judging/judge-work.ts';
import { JudgeInterrupted } from '../judging/judge-worker.ts';
import { LARGE } from '../judging/large.ts';
import { foutVelden } from '../log/fout.ts';
import { isTransient } from '../store/engine/errors.ts';
import type { LaanWerk, TeSchrijven } from '../store/lanes/contract.ts';
import type { Store } from '../store/store.ts';
import type { CommandRunner } from './commands/command-runner.ts';
import { cutIntoGroups } from './groups.ts';
import { Slots } from './slots.ts';
import type { VerdictWatch } from './verdict-watch.ts';

/**
 * One turn of a lane (DESIGN decisions 3, 4 and 6).
 *
 * together → The waiting work (at most 50) is opened at once and cut into groups that share nothing. Each group gets its
 *   context, is judged with no transaction open, and is written in one short transaction that begins with the lane's
 *   compare-and-set.
 * one by one → When a group conflicts on a claim its members are judged again singly, with fresh context: no attempt. When a
 *   group breaks (a thread that died, a bug), or an earlier turn of this lane broke off, each message is judged alone, on a
 *   thread of its own, and its attempt is counted in the store before judging starts.
 * quarantined → When a fourth attempt would begin, the message becomes `vastgelopen` and the lane goes on.
 * overtaken → Another worker moved the lane first: the verdicts are dropped and the turn ends.
 * interrupted → The process stops, or a thread ended because of another lane's message: the turn ends, and the attempt that
 *   was under way does not count. So too when a connection is lost; that is an exception.
 */
const MAX_PER_TURN = 50;
const MAX_ATTEMPTS = 3;
/**
 * Turns at once in one process. Few: while a turn waits its lane fills, and many messages in one turn cost less than many
 * turns. Large messages have a place of their own, so that ordinary turns never wait for them.
 */
const ORDINARY_AT_ONCE = 3;
const LARGE_AT_ONCE = 1;
/** A turn that takes longer may hang on a connection that is half open: another may begin beside it (ms). */
const STUCK_MS = 120_000;

export interface TurnDeps extends JudgeDeps {
  readonly store: Store;
  readonly agreements: AgreementsCache;
  readonly commands: CommandRunner;
  readonly watch: VerdictWatch;
}

/** 'more' when the lane may have more work, 'empty' when it had none or is in hand already. */
export type TurnOutcome = 'empty' | 'more';

/** Thrown inside a turn to end it: the lane was moved by another worker. */
class Overtaken extends Error {}

/** Thrown inside a turn to end it: the process stops. */
class Stopping extends Error {}

interface UnderWay {
  readonly since: number;
  readonly ended: Promise<unknown>;
  rungAgain: boolean;
}

export class Turns {
  readonly #deps: TurnDeps;
  /** Attempts that did not count and are counted in the store: the next one of that message is not counted again. */
  readonly #voided = new Set<string>();
  readonly #underWay = new Map<string, UnderWay>();
  readonly #ordinary = new Slots(ORDINARY_AT_ONCE, STUCK_MS);
  readonly #large = new Slots(LARGE_AT_ONCE, STUCK_MS);
  #stopping = false;

  constructor(deps: TurnDeps) {
    this.#deps = deps;
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
    const turn = this.#turn(laan);
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
  async #turn(laan: string): Promise<TurnOutcome> {
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
    let outcome: TurnOutcome = meer ? 'more' : 'empty';
    try {
      const inForce = await agreements.fresh();
      const positie = { laan, tot: beoordeeldTot };
      if (brokeOff || werk.some(({ pogingen }) => pogingen > 0)) await this.#oneByOne(werk, positie, inForce);
      else await this.#together(werk, positie, inForce);
    } catch (fout) {
      // Ended, not broken off. Without a connection that cannot be told.
      await store.endTurn(laan).catch(() => undefined);
      const expected = fout instanceof Overtaken || fout instanceof Stopping || fout instanceof JudgeInterrupted;
      if (!expected) throw fout;
      outcome = 'more';
    }
    return outcome;
  }

  async #together(werk: readonly LaanWerk[], positie: Positie, inForce: AgreementsInForce): Promise<void> {
    for (const deel of splitKinds(werk)) {
      if (deel.kind === 'opdracht') {
        await this.#oneByOne([deel.opdracht], positie, inForce);
        continue;
      }
      const rest = await this.#berichten(deel.berichten, positie, inForce);
      if (rest.length > 0) await this.#oneByOne(rest, positie, inForce);
    }
  }

  /** Judges messages group by group; gives the ones left when a group broke. */
  async #berichten(
    berichten: readonly BerichtWerk[],
    positie: Positie,
    inForce: AgreementsInForce,
  ): Promise<readonly BerichtWerk[]> {
    try {
      await withOpened(berichten, inForce, this.#deps, async (geladen, session) => {
        for (const groep of cutIntoGroups(geladen, raaktVan)) {
          this.#goOn();
          await this.#groep(groep, session, positie, inForce);
        }
      });
      return [];
    } catch (fout) {
      if (endsTurn(fout)) throw fout;
      this.#deps.logger.error('a group broke; its messages are judged one by one', {
        laan: positie.laan,
        ...foutVelden(fout),
      });
      return berichten.filter((b) => b.volgnummer > positie.tot);
    }
  }

  async #groep(
    groep: readonly Geladen[],
    session: JudgeSession,
    positie: Positie,
    inForce: AgreementsInForce,
  ): Promise<void> {
    const conflict = await this.#write(await judgeGroup(groep, session, inForce, this.#deps), positie);
    if (!conflict) return;
    for (const een of groep) {
      // A conflict on a key that the rules did not see, with fresh context, is a bug: the attempts will quarantine it.
      const weer = await this.#write(await judgeGroup([een], session, inForce, this.#deps), positie);
      if (weer && (await this.#write(await judgeGroup([een], session, inForce, this.#deps), positie))) {
        throw new Error('a claim conflicts that gave no bevinding');
      }
    }
  }

  /** True when a claim conflicted. */
  async #write(verdicts: readonly TeSchrijven[], positie: Positie): Promise<boolean> {
    const geschreven = await this.#deps.store.writeVerdicts(positie.laan, positie.tot, verdicts);
    if (geschreven.kind === 'conflict') {
      this.#deps.numbers.taken(geschreven.claims);
      return true;
    }
    if (geschreven.kind === 'overtaken') throw new Overtaken();
    positie.tot = verdicts.at(-1)?.werk.volgnummer ?? positie.tot;
    for (const { werk } of verdicts) {
      this.#voided.delete(werk.id);
      this.#deps.watch.told(werk.id);
    }
    return false;
  }

  async #oneByOne(werk: readonly LaanWerk[], positie: Positie, inForce: AgreementsInForce): Promise<void> {
    for (const een of werk) {
      this.#goOn();
      await this.#attempts(een, positie, inForce);
    }
  }

  #goOn(): void {
    if (this.#stopping) throw new Stopping();
  }

  async #attempts(werk: LaanWerk, positie: Positie, inForce: AgreementsInForce): Promise<void> {
    const { store, logger } = this.#deps;
    for (;;) {
      const poging = this.#voided.delete(werk.id) ? werk.pogingen : await store.countAttempt(werk);
      if (poging > MAX_ATTEMPTS) return this.#quarantine(werk, positie);
      try {
        if (werk.kind === 'opdracht') {
          await this.#command(werk, positie, inForce);
        } else {
          const judge = (geladen: readonly Geladen[], session: JudgeSession) =>
            this.#groep(geladen, session, positie, inForce);
          await withOpened([werk], inForce, this.#deps, judge, true);
        }
        return;
      } catch (fout) {
        if (endsTurn(fout)) {
          await this.#void(werk);
          throw fout;
        }
        logger.error('an attempt failed', { laan: positie.laan, id: werk.id, poging, ...foutVelden(fout) });
      }
    }
  }

  /** This attempt does not count. Without a connection that cannot be written, and is remembered here. */
  async #void(werk: LaanWerk): Promise<void> {
    await this.#deps.store.voidAttempt(werk).catch(() => this.#voided.add(werk.id));
  }

  async #command(werk: OpdrachtWerk, positie: Positie, inForce: AgreementsInForce): Promise<void> {
    for (let ronde = 0; ronde < 3; ronde++) {
      if (!(await this.#write([await this.#deps.commands.run(werk, inForce)], positie))) return;
    }
    throw new Error('a claim of a command keeps conflicting');
  }

  async #quarantine(werk: LaanWerk, positie: Positie): Promise<void> {
    const { store, watch, logger } = this.#deps;
    const geschreven = await store.quarantine(positie.laan, positie.tot, werk, 'te veel pogingen');
    if (geschreven.kind === 'overtaken') throw new Overtaken();
    positie.tot = werk.volgnummer;
    watch.told(werk.id);
    logger.error('quarantined after too many attempts', { laan: positie.laan, id: werk.id });
  }
}

/** Nothing that the messages did: no attempt, and no use in going on now. */
function endsTurn(fout: unknown): boolean {
  return fout instanceof Overtaken || fout instanceof Stopping || fout instanceof JudgeInterrupted || isTransient(fout);
}

type Work = Awaited<ReturnType<Store['work']>>;

interface Positie {
  readonly laan: string;
  tot: number;
}

type BerichtWerk = Extract<LaanWerk, { kind: 'bericht' }>;
type OpdrachtWerk = Extract<LaanWerk, { kind: 'opdracht' }>;
type Deel =
  | { readonly kind: 'berichten'; readonly berichten: BerichtWerk[] }
  | { readonly kind: 'opdracht'; readonly opdracht: OpdrachtWerk };

/** Runs of messages, with the commands that stand between them alone. */
function splitKinds(werk: readonly LaanWerk[]): Deel[] {
  const delen: Deel[] = [];
  for (const een of werk) {
    const laatste = delen.at(-1);
    if (een.kind === 'opdracht') delen.push({ kind: 'opdracht', opdracht: een });
    else if (laatste?.kind === 'berichten') laatste.berichten.push(een);
    else delen.push({ kind: 'berichten', berichten: [een] });
  }
  return delen;
}

function raaktVan({ geopend }: Geladen): readonly string[] {
  return geopend.kind === 'accepted' ? geopend.raakt : [];
}
