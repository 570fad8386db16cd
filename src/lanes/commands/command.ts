import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import type { JudgeDeps } from '../../judging/procedure.ts';
import type { LaanWerk, TeSchrijven } from '../../store/lanes/contract.ts';
import type { Store } from '../../store/store.ts';
import type { DecisionCommand } from './decision-command.ts';
import type { GrantCommand } from './grant-command.ts';

/**
 * What else than a message passes through a lane (docs/decisions/lanes.md). Each kind has a version, which is raised when a field
 * gets another meaning, and a schema beside its type.
 */
export type Command = DecisionCommand | GrantCommand;
export type CommandKind = Command['kind'];
export type CommandOf<K extends CommandKind> = Extract<Command, { readonly kind: K }>;

/** A command as it waits in its lane. */
export type OpdrachtWerk = Extract<LaanWerk, { kind: 'opdracht' }>;

export interface CommandDeps extends JudgeDeps {
  readonly store: Store;
}

/** What a command does, ready to be written; a refusal is an outcome without effects. */
export type CommandHandler<K extends CommandKind> = (
  command: CommandOf<K>,
  werk: OpdrachtWerk,
  inForce: AgreementsInForce,
  deps: CommandDeps,
) => Promise<TeSchrijven>;
