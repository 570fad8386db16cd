/** Waits before something is tried again: they double from the first to the longest (ms). */
export interface Waits {
  readonly first: number;
  readonly longest: number;
}

/** Up to a fifth shorter than doubled: many processes do not come back in the same moment. */
export function growingWait({ first, longest }: Waits, failed: number): number {
  return Math.round(Math.min(longest, first * 2 ** Math.min(failed, 20)) * (1 - Math.random() / 5));
}
