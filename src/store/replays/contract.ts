import type { BerichtFilter } from '../messages/contract.ts';

/** Why a message that was asked for is not judged again. */
export type HerhalingWeigering =
  /** It was judged and has had its retourbericht: a message gets only one (IV028). */
  | 'al-beantwoord'
  /** It waits for its verdict. */
  | 'wacht-al'
  /** The gateway composed it. */
  | 'zelf-samengesteld'
  | 'niet-meer-aanwezig';

export interface HerhalingBeeld {
  readonly id: string;
  readonly gevraagd: number;
  readonly aangeboden: number;
  readonly geweigerd: Readonly<Partial<Record<HerhalingWeigering, number>>>;
  readonly klaar: boolean;
  readonly proef: boolean;
  readonly op: string;
  /** Id of the key that asked; not shown. */
  readonly door: string;
}

export interface HerhalingStart {
  readonly id: string;
  readonly filter: Omit<BerichtFilter, 'limit' | 'na'>;
  readonly door: string;
  readonly op: Date;
  /** Changes no message: what would become of each is counted. */
  readonly proef: boolean;
}

export interface HerhalingStore {
  /** Keeps which messages fit now; without a status in the filter those that can be judged again. */
  startReplays(start: HerhalingStart): Promise<HerhalingBeeld>;
  /** Undefined when there is none. */
  replays(id: string): Promise<HerhalingBeeld | undefined>;
  /** Offers the next ones, in the order of their lanes; gives how many were looked at, and those that wait now. */
  replayStep(
    limit: number,
    op: Date,
  ): Promise<{ readonly looked: number; readonly waiting: readonly { readonly id: string; readonly laan: string }[] }>;
}
