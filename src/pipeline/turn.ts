import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import { isTransient } from '../store/errors.ts';
import type { LaanWerk, Store, TeSchrijven } from '../store/store.ts';
import type { AgreementsCache, AgreementsInForce } from './agreements-cache.ts';
import type { CommandRunner } from './commands.ts';
import { cutIntoGroups } from './groups.ts';
import type { JudgeSession } from './judge-host.ts';
import { type Geladen, type JudgeDeps, judgeGroup, withOpened } from './judge-work.ts';
import type { VerdictWatch } from './verdict-watch.ts';

/**
 * One turn of a lane (DESIGN decisions 3, 4 and 6).
 *
 * together → The waiting work (at most 50) is opened at once and cut into groups that share nothing. Each group gets its
 *   context, is judged with no transaction open, and is written in one short transaction that begins with the lane's
 *   compare-and-set.
 * one by one → When a group conflicts on a claim its members are judged again singly, with fresh context: no attempt. When a
 *   group breaks (a thread that died, a bug), or an earlier turn of this lane broke off, each message is judged alone and
 *   its attempt is counted in the store before judging starts.
 * quarantined → When a fourth attempt would begin, the message becomes `vastgelopen` and the lane goes on.
 * overtaken → Another worker moved the lane first: the verdicts are dropped and the turn ends.
 *
 * A lost connection ends the turn with an exception; the attempt that was under way does not count.
 */
const MAX_PER_TURN = 50;
const MAX_ATTEMPTS = 3;

export interface TurnDeps extends JudgeDeps {
  readonly store: Store;
  readonly agreements: AgreementsCache;
  readonly commands: CommandRunner;
  readonly watch: VerdictWatch;
  readonly logger: Logger;
}

export type TurnOutcome = 'empty' | 'more';

/** Thrown inside a turn to end it: the lane was moved by another worker. */
class Overtaken extends Error {}

export class Turns {
  readonly #deps: TurnDeps;
  /** Attempts that a lost connection ended: the next one of that message is not counted again. */
  readonly #voided = new Set<string>();

  constructor(deps: TurnDeps) {
    this.#deps = deps;
  }

  /** 'more' when the lane may have more work, 'empty' when it had none. */
  async turn(laan: string): Promise<TurnOutcome> {
    const { store, agreements } = this.#deps;
    const { beoordeeldTot, werk } = await store.work(laan, MAX_PER_TURN);
    if (werk.length === 0) return 'empty';
    const { brokeOff } = await store.beginTurn(laan);
    const inForce = await agreements.fresh();
    const positie = { laan, tot: beoordeeldTot };
    try {
      if (brokeOff) await this.#oneByOne(werk, positie, inForce);
      else await this.#together(werk, positie, inForce);
    } catch (fout) {
      if (!(fout instanceof Overtaken)) throw fout;
      await store.endTurn(laan);
    }
    return 'more';
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
        for (const groep of cutIntoGroups(geladen, raaktVan)) await this.#groep(groep, session, positie, inForce);
      });
      return [];
    } catch (fout) {
      if (fout instanceof Overtaken || isTransient(fout)) throw fout;
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
    if (geschreven.kind === 'conflict') return true;
    if (geschreven.kind === 'overtaken') throw new Overtaken();
    positie.tot = verdicts.at(-1)?.werk.volgnummer ?? positie.tot;
    for (const { werk } of verdicts) {
      this.#voided.delete(werk.id);
      this.#deps.watch.told(werk.id);
    }
    return false;
  }

  async #oneByOne(werk: readonly LaanWerk[], positie: Positie, inForce: AgreementsInForce): Promise<void> {
    for (const een of werk) await this.#attempts(een, positie, inForce);
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
          await withOpened([werk], inForce, this.#deps, (geladen, session) =>
            this.#groep(geladen, session, positie, inForce),
          );
        }
        return;
      } catch (fout) {
        if (fout instanceof Overtaken) throw fout;
        if (isTransient(fout)) {
          this.#voided.add(werk.id);
          throw fout;
        }
        logger.error('an attempt failed', { laan: positie.laan, id: werk.id, poging, ...foutVelden(fout) });
      }
    }
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
