/** What can be wrong with the queue of a region: what is taken is not judged, or somebody serves a region that there is none of. */
export type WachtrijKwaal = 'zonder-werker' | 'gepauzeerd' | 'onbekend';

export interface WachtrijStand {
  readonly regio: string;
  readonly soort: WachtrijKwaal;
}

/** The region of whose operators it is; null: of all, as it lies in no region. */
export function regioOfStand({ regio, soort }: WachtrijStand): string | null {
  return regio === 'LANDELIJK' || soort === 'onbekend' ? null : regio;
}

export interface WachtrijStandStore {
  /**
   * Takes over what is wrong now, and raises a signal of soort `wachtrij` at each begin and each end: once, whatever number
   * of processes looks. `twijfel` neither begins nor ends. Gives what began and what ended.
   */
  noteQueueStates(kijk: {
    readonly nu: readonly (WachtrijStand & { readonly begin: string })[];
    readonly twijfel: readonly WachtrijStand[];
    /** The sentence of the signal at the end. */
    readonly einde: (stand: WachtrijStand) => string;
  }): Promise<{ readonly begonnen: readonly WachtrijStand[]; readonly voorbij: readonly WachtrijStand[] }>;
}
