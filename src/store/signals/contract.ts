import type { Scope } from '../../access/scope.ts';
import type { SignaalStand } from '../../signaalbudget/signaal-stand.ts';
import type { Signaal } from '../../verdict/verdict.ts';

export interface SignaalStore {
  /** Oldest first; `na` is the exclusive id of the last one seen. `nieuwsteEerst` turns both round. */
  signals(filter: {
    readonly scope: Scope;
    readonly nieuwsteEerst?: boolean;
    readonly na?: string;
    readonly limit: number;
  }): Promise<SignaalBeeld[]>;
  signal(id: string, scope: Scope): Promise<SignaalBeeld | undefined>;
  /** False when it is no longer in one of the states `van`. */
  setSignalState(zet: {
    readonly id: string;
    readonly van: readonly SignaalStand[];
    readonly wordt: SignaalStand;
    readonly door: string;
    readonly toelichting: string | null;
    readonly op: Date;
  }): Promise<boolean>;
}

export interface SignaalBeeld extends Omit<Signaal, 'gemeente' | 'aanbieder'> {
  /** Null for a signal about a queue, which is of no party. */
  readonly gemeente: string | null;
  readonly aanbieder: string | null;
  readonly id: string;
  readonly op: string;
  /** What the parties do with it; null unless it is of a signaalbudget. */
  readonly stand: SignaalStand | null;
  readonly standOp: string | null;
}
