import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import type { TeSchrijven } from '../../store/lanes/contract.ts';
import { besluit } from './besluit.ts';
import type { CommandDeps, CommandHandler, CommandKind, CommandOf, OpdrachtWerk } from './command.ts';
import { maatwerk } from './maatwerk.ts';
import { readCommand } from './read-command.ts';
import { refused } from './refused.ts';

/** What carries out each kind. */
const HANDLERS: { readonly [K in CommandKind]: CommandHandler<K> } = { decision: besluit, grant: maatwerk };

const UNREADABLE = 'Deze opdracht kan deze versie van de gateway niet lezen. Geef haar opnieuw.';

export class CommandRunner {
  readonly #deps: CommandDeps;

  constructor(deps: CommandDeps) {
    this.#deps = deps;
  }

  /** What the command does, ready to be written; a refusal is an outcome without effects. */
  async run(werk: OpdrachtWerk, inForce: AgreementsInForce): Promise<TeSchrijven> {
    const command = readCommand(werk.soort, werk.gegevens);
    if (command === null) return refused(werk, inForce, UNREADABLE);
    return this.#handle(command.kind, command, werk, inForce);
  }

  #handle<K extends CommandKind>(
    kind: K,
    command: CommandOf<K>,
    werk: OpdrachtWerk,
    inForce: AgreementsInForce,
  ): Promise<TeSchrijven> {
    return HANDLERS[kind](command, werk, inForce, this.#deps);
  }
}
