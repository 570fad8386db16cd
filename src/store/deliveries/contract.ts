import type { PartyScope } from '../../access/scope.ts';
import type { BerichtType } from '../../standard/message-types.ts';

export type AfleverStatus = 'wacht' | 'aangeboden' | 'bevestigd' | 'mislukt';

export interface AfleveringStore {
  /**
   * Delivered to any of these parties and not yet confirmed, oldest first; what is given counts as `aangeboden` from then
   * on. `na` is an exclusive key (digits, as `volgende` gave it); anything else gives an empty page.
   */
  outgoing(
    scope: PartyScope,
    filter: { readonly type?: string; readonly na?: string; readonly limit: number },
  ): Promise<{ readonly berichten: readonly Uitgaand[]; readonly volgende: string | null }>;
  /** Idempotent; false when nothing was ever delivered to these parties under this id. */
  confirm(id: string, scope: PartyScope, op: Date): Promise<boolean>;
}

export interface Uitgaand {
  readonly id: string;
  readonly type: BerichtType;
  readonly afzender: string;
  readonly ontvanger: string;
  readonly inAntwoordOp: string | null;
  readonly op: string;
}
