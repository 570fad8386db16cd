import type { Action } from '../access/actions.ts';
import { keyIdOf, type Principal } from '../access/principal.ts';
import { systemScope } from '../access/scope.ts';
import type { Command } from '../lanes/commands/command.ts';
import { soortOf } from '../lanes/commands/read-command.ts';
import { regioVanLaan } from '../lanes/lane.ts';
import type { VerdictWatch } from '../lanes/verdict-watch.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import type { OpdrachtStore, OpdrachtUitkomst } from '../store/lanes/command-contract.ts';
import type { Door } from './door.ts';

export interface PutCommandDeps {
  readonly door: Door;
  readonly store: Pick<OpdrachtStore, 'command'>;
  readonly doorbell: Pick<Doorbell, 'ring'>;
  readonly watch: Pick<VerdictWatch, 'until'>;
}

/** A command for a lane, and what the audit names beside it. */
export interface NewCommand {
  readonly action: Action;
  readonly subject: string;
  readonly laan: string;
  readonly command: Command;
  readonly partij: string;
  readonly idempotentie: string | null;
}

/** Puts a command in a lane and waits for its outcome; null when its idempotency key was used for another one. */
export async function putCommand(
  principal: Principal,
  { action, subject, command, laan, partij, idempotentie }: NewCommand,
  waitMs: number,
  { door, store, doorbell, watch }: PutCommandDeps,
): Promise<{ readonly opdracht: string; readonly uitkomst: OpdrachtUitkomst } | null> {
  const regio = regioVanLaan(laan);
  const [soort, gegevens] = [soortOf(command), { ...command }];
  const { id, gelijk } = await door.change(principal, action, async (changes) => {
    const given = { op: door.now(), door: keyIdOf(principal) };
    const result = await changes.saveCommand({ laan, regio, soort, partij, gegevens, idempotentie, ...given });
    return { result, subject: result.nieuw ? subject : null };
  });
  if (!gelijk) return null;
  doorbell.ring(laan, regio);
  const gelezen = await watch.until(
    id,
    waitMs,
    () => store.command(id, systemScope()),
    (opdracht) => opdracht?.uitkomst.stand !== 'wacht',
  );
  return { opdracht: id, uitkomst: gelezen?.uitkomst ?? { stand: 'wacht' } };
}
