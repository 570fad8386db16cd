import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import type { JudgeDeps } from '../../judging/procedure.ts';
import type { LaanWerk, TeSchrijven } from '../../store/lanes/contract.ts';
import type { Store } from '../../store/store.ts';

/** A command as it waits in its lane. */
export type OpdrachtWerk = Extract<LaanWerk, { kind: 'opdracht' }>;

export interface CommandDeps extends JudgeDeps {
  readonly store: Store;
}

/** What a command does, ready to be written; a refusal is an outcome without effects. */
export type Command = (werk: OpdrachtWerk, inForce: AgreementsInForce, deps: CommandDeps) => Promise<TeSchrijven>;
