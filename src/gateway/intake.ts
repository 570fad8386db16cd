import type { Envelope } from '../access/envelope.ts';
import type { Principal } from '../access/principal.ts';
import type { VerdictWatch } from '../lanes/verdict-watch.ts';
import { inAmsterdam } from '../standard/datum.ts';
import type { BerichtBeeld } from '../store/messages/contract.ts';
import { receiveMany } from './channels/receive-many.ts';
import type { Door } from './door.ts';
import { OneByOne } from './one-by-one.ts';
import { type Receipt, receive } from './receive.ts';
import { type BundleReceipt, type ReceiveBundleDeps, receiveBundle } from './receive-bundle.ts';
import { type DryRun, type DryRunDeps, type DryRunHow, dryRun } from './trials/dry-run.ts';
import { type Example, type ExampleWish, makeExample } from './trials/example.ts';
import { type Improved, type Improving, improve } from './trials/improve.ts';

/** Messages that come in. */
export interface Intake {
  /** Store the bytes and ring the lane. Acknowledge only after this resolved. */
  receive(principal: Principal, bytes: Uint8Array, envelope: Envelope): Promise<Receipt>;
  /** Several at once, whoever brought each: those that may be taken are stored together, in their order, or none of them. */
  receiveMany(
    brought: readonly { readonly principal: Principal; readonly bytes: Uint8Array; readonly envelope: Envelope }[],
  ): Promise<readonly Receipt[]>;
  /** The same for the messages of a zip, which are stored all or none. */
  receiveBundle(principal: Principal, zip: Uint8Array, envelope: Envelope): Promise<BundleReceipt>;
  /** Waits at most `waitMs` for the verdict and gives the message as it then is (`ontvangen` when it still waits). */
  verdictOf(principal: Principal, id: string, waitMs: number): Promise<BerichtBeeld>;
  /** The report and the answers that would go out; no effect, no numbers used. */
  dryRun(principal: Principal, bytes: Uint8Array, how?: DryRunHow): Promise<DryRun>;
  /** A message with corrections that its sender chose, and what becomes of it then; no effect. */
  improve(principal: Principal, xml: string, wishes: Improving, how?: DryRunHow): Promise<Improved>;
  /** A message to try with: one of this type as it should be, or one that breaks this rule. */
  example(principal: Principal, wish: ExampleWish): Promise<Example>;
}

export interface IntakeDeps extends ReceiveBundleDeps, DryRunDeps {
  readonly door: Door;
  readonly watch: Pick<VerdictWatch, 'message'>;
}

export function intake(deps: IntakeDeps): Intake {
  const { door, watch } = deps;
  // A hundred megabytes may be unpacked for each.
  const bundles = new OneByOne();
  return {
    receive: async (principal, bytes, envelope) =>
      receive(bytes, door.party(principal, 'message.send'), envelope, deps),
    receiveMany: async (brought) =>
      receiveMany(
        brought.map((one) => ({ ...one, principal: door.party(one.principal, 'message.send') })),
        deps,
      ),
    receiveBundle: async (principal, zip, envelope) => {
      const party = door.party(principal, 'message.send');
      return bundles.next(() => receiveBundle(zip, party, envelope, deps));
    },
    verdictOf: async (principal, id, waitMs) => {
      const beeld = await watch.message(id, waitMs, await door.enter(principal, 'message.read'));
      if (beeld === undefined) throw new Error('a stored message cannot be found');
      return beeld;
    },
    dryRun: async (principal, bytes, how) => dryRun(bytes, door.party(principal, 'message.try'), deps, how),
    improve: async (principal, xml, wishes, how) => {
      const party = door.party(principal, 'message.try');
      const tried = { ...how, voorstellen: true };
      return improve(xml, wishes, inAmsterdam(deps.now()).datum, (text) =>
        dryRun(new TextEncoder().encode(text), party, deps, tried),
      );
    },
    example: async (principal, wish) => {
      const party = door.party(principal, 'message.try');
      const { document } = await deps.agreements.fresh();
      return makeExample(wish, party, document, door.now());
    },
  };
}
