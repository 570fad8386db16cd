import type { Scope } from '../../access/scope.ts';
import type { BerichtType } from '../../standard/message-types.ts';

/** What is done about a group of refused lines. */
export const OORZAAK_STANDEN = ['open', 'gemeld', 'opgelost'] as const;
export type OorzaakStand = (typeof OORZAAK_STANDEN)[number];

/** What names a group: who sent it, in which type of message (null: it could not be read), which rule. */
export interface OorzaakGroep {
  readonly partij: string;
  readonly type: BerichtType | null;
  readonly regel: string;
}

export interface OorzaakBeeld extends OorzaakGroep {
  readonly retourcode: string | null;
  /** How often the rule was not passed. */
  readonly regels: number;
  readonly berichten: number;
  /** Of how many clients, those of each message counted apart; null where no message says. */
  readonly clienten: number | null;
  /** How often in each twelfth of the time that was asked, or of the time from the first to the last of all groups. */
  readonly trend: readonly number[];
  /** Moments of receipt. */
  readonly eerste: string;
  readonly laatste: string;
  /** Id of the newest message of the group. */
  readonly voorbeeld: string;
  readonly stand: OorzaakStand;
  readonly notitie: string | null;
  readonly standOp: string | null;
}

export interface OorzaakFilter {
  readonly scope: Scope;
  /** Received from this moment on, and before that one. */
  readonly van?: Date;
  readonly tot?: Date;
  readonly regio?: string;
  readonly partij?: string;
  readonly groep?: OorzaakGroep;
  readonly limit: number;
}

export interface OorzaakStore {
  /** Most lines first. What the gateway composed is nobody's. */
  causes(filter: OorzaakFilter): Promise<OorzaakBeeld[]>;
  setCauseState(
    groep: OorzaakGroep,
    zet: { readonly stand: OorzaakStand; readonly notitie: string | null; readonly door: string; readonly op: Date },
  ): Promise<void>;
}
