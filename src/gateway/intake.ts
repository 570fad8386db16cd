import type { Envelope } from '../access/envelope.ts';
import type { Principal } from '../access/principal.ts';
import type { VerdictWatch } from '../lanes/verdict-watch.ts';
import type { BerichtBeeld } from '../store/messages/contract.ts';
import type { Door } from './door.ts';
import { type Receipt, type ReceiveDeps, receive } from './receive.ts';
import { type DryRun, type DryRunDeps, dryRun } from './trials/dry-run.ts';

/** Messages that come in. */
export interface Intake {
  /** Store the bytes and ring the lane. Acknowledge only after this resolved. */
  receive(principal: Principal, bytes: Uint8Array, envelope: Envelope): Promise<Receipt>;
  /** Waits at most `waitMs` for the verdict and gives the message as it then is (`ontvangen` when it still waits). */
  verdictOf(principal: Principal, id: string, waitMs: number): Promise<BerichtBeeld>;
  /** The report and the answers that would go out; no effect, no numbers used. */
  dryRun(principal: Principal, bytes: Uint8Array): Promise<DryRun>;
}

export interface IntakeDeps extends ReceiveDeps, DryRunDeps {
  readonly door: Door;
  readonly watch: Pick<VerdictWatch, 'message'>;
}

export function intake(deps: IntakeDeps): Intake {
  const { door, watch } = deps;
  return {
    receive: async (principal, bytes, envelope) =>
      receive(bytes, door.party(principal, 'message.send'), envelope, deps),
    verdictOf: async (principal, id, waitMs) => {
      const beeld = await watch.message(id, waitMs, await door.enter(principal, 'message.read'));
      if (beeld === undefined) throw new Error('a stored message cannot be found');
      return beeld;
    },
    dryRun: async (principal, bytes) => dryRun(bytes, door.party(principal, 'message.try'), deps),
  };
}
