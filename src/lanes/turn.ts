import { admittedFrom } from '../judging/admitted.ts';
import type { AgreementsInForce } from '../judging/agreements-cache.ts';
import { JudgeFailure, JudgeInterrupted } from '../judging/judge-errors.ts';
import type { JudgeSession } from '../judging/judge-host.ts';
import { type JudgeDeps, judgeOpened, type Openable, type Opened, withOpened } from '../judging/procedure.ts';
import { foutVelden } from '../log/fout.ts';
import { isTransient } from '../store/engine/errors.ts';
import type { LaanWerk, TeSchrijven } from '../store/lanes/contract.ts';
import { type Attempts, MAX_ATTEMPTS } from './attempts.ts';
import type { OpdrachtWerk } from './commands/command.ts';
import type { CommandRunner } from './commands/command-runner.ts';
import { cutIntoGroups } from './groups.ts';
import type { LaneCursor, Written } from './lane-cursor.ts';
import { type BerichtWerk, splitKinds } from './split-kinds.ts';
import { messageToWrite } from './to-write.ts';

export interface TurnDeps extends JudgeDeps {
  readonly commands: CommandRunner;
  readonly attempts: Attempts;
  /** The process stops: no new group begins. */
  readonly stopping: () => boolean;
}

/** `overtaken`: another worker moved the lane first. `stopping`: the process stops, after the group that was under way. */
export type TurnEnd = 'done' | 'overtaken' | 'stopping';

/**
 * One turn of a lane: what waits is judged and written, each step of the lane by its compare-and-set.
 *
 * together → The waiting work is opened at once and cut into groups that share nothing. Each group gets its context, is
 *   judged with no transaction open, and is written in one short transaction.
 * one by one → When a group conflicts on a claim its members are judged again singly, with fresh context: no attempt. When a
 *   group breaks (a thread that died, a bug), or an earlier turn of this lane broke off, each message is judged alone, on a
 *   thread of its own, and its attempt is counted in the store before judging starts.
 * quarantined → When a fourth attempt would begin, the message becomes `vastgelopen` and the lane goes on.
 * interrupted → A thread ended because of another lane's message, or the connection was lost: an exception that ends the
 *   turn; the attempt that was under way does not count.
 */
export class Turn {
  readonly #cursor: LaneCursor;
  readonly #inForce: AgreementsInForce;
  readonly #deps: TurnDeps;

  constructor(cursor: LaneCursor, inForce: AgreementsInForce, deps: TurnDeps) {
    this.#cursor = cursor;
    this.#inForce = inForce;
    this.#deps = deps;
  }

  async together(werk: readonly LaanWerk[]): Promise<TurnEnd> {
    for (const part of splitKinds(werk)) {
      const end = await (part.kind === 'opdracht' ? this.oneByOne([part.opdracht]) : this.#messages(part.berichten));
      if (end !== 'done') return end;
    }
    return 'done';
  }

  async oneByOne(werk: readonly LaanWerk[]): Promise<TurnEnd> {
    for (const one of werk) {
      if (this.#deps.stopping()) return 'stopping';
      if ((await this.#tryUntilDone(one)) === 'overtaken') return 'overtaken';
    }
    return 'done';
  }

  /** Group by group; what is left when a group breaks is judged one by one. */
  async #messages(berichten: readonly BerichtWerk[]): Promise<TurnEnd> {
    try {
      return await withOpened(berichten.map(openable), this.#inForce, this.#deps, async (opened, session) => {
        for (const group of cutIntoGroups(opened, touchedBy)) {
          if (this.#deps.stopping()) return 'stopping';
          if ((await this.#group(group, session)) === 'overtaken') return 'overtaken';
        }
        return 'done';
      });
    } catch (fout) {
      if (endsTurn(fout)) throw fout;
      this.#deps.logger.error('a group broke; its messages are judged one by one', {
        laan: this.#cursor.laan,
        ...foutVelden(fout),
      });
      return this.oneByOne(berichten.filter((b) => !this.#cursor.isPast(b)));
    }
  }

  async #group(group: readonly Opened<MessageWork>[], session: JudgeSession): Promise<'written' | 'overtaken'> {
    const written = await this.#write(await this.#judge(group, session));
    if (written !== 'conflict') return written;
    for (const one of group) {
      // A conflict on a key that the rules did not see, with fresh context, is a bug: the attempts will quarantine it.
      const end = await this.#writeOnConflictAgain(2, () => this.#judge([one], session));
      if (end === 'overtaken') return end;
    }
    return 'written';
  }

  async #judge(group: readonly Opened<MessageWork>[], session: JudgeSession): Promise<TeSchrijven[]> {
    const judged = await judgeOpened(group, session, this.#inForce, this.#deps);
    return group.flatMap(({ werk }, i) => {
      const one = judged[i];
      return one === undefined ? [] : [messageToWrite(werk, one, this.#deps.newId)];
    });
  }

  async #tryUntilDone(werk: LaanWerk): Promise<'written' | 'overtaken'> {
    const { attempts, logger } = this.#deps;
    let strijdig: string | null = null;
    for (;;) {
      const attempt = await attempts.begin(werk);
      if (attempt > MAX_ATTEMPTS) return this.#quarantine(werk, strijdig);
      try {
        const end = await this.#alone(werk);
        if (end === 'overtaken') await attempts.void(werk);
        return end;
      } catch (fout) {
        if (endsTurn(fout)) {
          await attempts.void(werk);
          throw fout;
        }
        strijdig = fout instanceof JudgeFailure ? fout.strijdig : null;
        const { laan } = this.#cursor;
        logger.error('an attempt failed', { laan, id: werk.id, poging: attempt, ...foutVelden(fout) });
      }
    }
  }

  #alone(werk: LaanWerk): Promise<'written' | 'overtaken'> {
    if (werk.kind === 'opdracht') return this.#command(werk);
    const judge = (opened: readonly Opened<MessageWork>[], session: JudgeSession) => this.#group(opened, session);
    return withOpened([openable(werk)], this.#inForce, this.#deps, judge, { place: 'alone' });
  }

  #command(werk: OpdrachtWerk): Promise<'written' | 'overtaken'> {
    return this.#writeOnConflictAgain(3, async () => [await this.#deps.commands.run(werk, this.#inForce)]);
  }

  async #writeOnConflictAgain(
    rounds: number,
    make: () => Promise<readonly TeSchrijven[]>,
  ): Promise<'written' | 'overtaken'> {
    for (let round = 0; round < rounds; round++) {
      const written = await this.#write(await make());
      if (written !== 'conflict') return written;
    }
    throw new Error('a claim conflicts that gave no bevinding');
  }

  async #write(verdicts: readonly TeSchrijven[]): Promise<Written> {
    const written = await this.#cursor.write(verdicts);
    if (written === 'written') for (const { werk } of verdicts) this.#deps.attempts.forget(werk.id);
    return written;
  }

  async #quarantine(werk: LaanWerk, strijdig: string | null): Promise<'written' | 'overtaken'> {
    const end = await this.#cursor.quarantine(werk, 'te veel pogingen', strijdig);
    if (end === 'written') {
      this.#deps.logger.error('quarantined after too many attempts', { laan: this.#cursor.laan, id: werk.id });
    }
    return end;
  }
}

type MessageWork = BerichtWerk & Openable;

function openable(werk: BerichtWerk): MessageWork {
  return { ...werk, admitted: admittedFrom(werk), named: { id: werk.id } };
}

/** Nothing that the messages did: no attempt, and no use in going on now. */
function endsTurn(fout: unknown): boolean {
  return fout instanceof JudgeInterrupted || isTransient(fout);
}

function touchedBy({ geopend }: Opened): readonly string[] {
  return geopend.kind === 'accepted' ? geopend.raakt : [];
}
