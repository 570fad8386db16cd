import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import type { TeSchrijven } from '../../store/lanes/contract.ts';
import { besluit } from './besluit.ts';
import type { Command, CommandDeps, OpdrachtWerk } from './command.ts';
import { maatwerk } from './maatwerk.ts';

/**
 * What else than a message passes through a lane (docs/decisions/lanes.md): each soort gives a verdict and an outcome.
 */
const COMMANDS: Readonly<Record<string, Command>> = { maatwerk, besluit };

export class CommandRunner {
  readonly #deps: CommandDeps;

  constructor(deps: CommandDeps) {
    this.#deps = deps;
  }

  /** What the command does, ready to be written; a refusal is an outcome without effects. */
  async run(werk: OpdrachtWerk, inForce: AgreementsInForce): Promise<TeSchrijven> {
    const command = COMMANDS[werk.soort];
    if (command === undefined) throw new Error(`no such command: ${werk.soort}`);
    return command(werk, inForce, this.#deps);
  }
}
