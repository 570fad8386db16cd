import type { Store, TeSchrijven } from '../store/store.ts';
import type { AgreementsInForce } from './agreements-cache.ts';
import { besluit } from './commands/besluit.ts';
import { maatwerk } from './commands/maatwerk.ts';
import type { OpdrachtWerk } from './commands/refused.ts';
import type { JudgeDeps } from './judge-work.ts';

export interface CommandDeps extends JudgeDeps {
  readonly store: Store;
}

type Command = (werk: OpdrachtWerk, inForce: AgreementsInForce, deps: CommandDeps) => Promise<TeSchrijven>;

/** What else than a message passes through a lane (DESIGN decision 2): each soort gives a verdict and an outcome. */
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
