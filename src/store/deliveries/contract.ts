import type { PartyScope, Scope } from '../../access/scope.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import type { Channel } from '../channels/contract.ts';

export type AfleverStatus = 'wacht' | 'aangeboden' | 'bevestigd' | 'mislukt';

export interface AfleveringStore {
  /**
   * Delivered to any of these parties and not yet confirmed, oldest first. Reading changes nothing: whoever gave this page
   * to somebody says so with `markOffered`. `na` is an exclusive key (digits, as `volgende` gave it); anything else gives an
   * empty page.
   */
  outgoing(
    scope: PartyScope,
    filter: { readonly type?: string; readonly na?: string; readonly limit: number },
  ): Promise<{ readonly berichten: readonly Uitgaand[]; readonly volgende: string | null }>;
  /** Counts those of these deliveries that wait as `aangeboden`; the others stay as they are. Gives how many it were. */
  markOffered(afleveringen: readonly string[]): Promise<number>;
  /** A delivery that is in sight, as its message shows it. */
  delivery(id: string, scope: Scope): Promise<AfleveringBeeld | undefined>;
  /**
   * Delivers once more, by the way that its party has now: what was given up, lies somewhere or waits for its next moment.
   * False when it is confirmed, or somebody is sending it at this moment.
   */
  deliverAgain(id: string, op: Date): Promise<boolean>;
  /** Those of these for whom something lies ready that is not confirmed. */
  whichWait(asked: readonly AskedFor[]): Promise<readonly AskedFor[]>;
  /** Many at once, idempotent: those of these ids under which something was ever delivered to these parties. */
  confirmMany(ids: readonly string[], scope: PartyScope, op: Date, door?: string | null): Promise<readonly string[]>;
  /** Idempotent; false when nothing was ever delivered to these parties under this id. */
  confirm(id: string, scope: PartyScope, op: Date, door?: string | null): Promise<boolean>;
}

/** A delivery as it is shown. */
export interface AfleveringBeeld {
  readonly id: string;
  readonly partij: string;
  readonly kanaal: Channel;
  readonly status: AfleverStatus;
  readonly op: string;
  /** How often it was tried; 0 where the party asks for it. */
  readonly pogingen: number;
  /** Why the last attempt failed: a code without anything of anybody. */
  readonly fout: string | null;
}

/** What somebody looks for in its list (`outgoing`). */
export interface AskedFor {
  readonly scope: PartyScope;
  readonly type?: string;
  readonly na?: string;
}

export interface Uitgaand {
  /** Of the delivery: this message to this party. */
  readonly aflevering: string;
  readonly status: AfleverStatus;
  readonly id: string;
  readonly type: BerichtType;
  readonly afzender: string;
  readonly ontvanger: string;
  readonly inAntwoordOp: string | null;
  readonly op: string;
}
