const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After this long from the first attempt a delivery is given up. */
const GIVE_UP_MS = 24 * 3_600_000;

/**
 * When a delivery is tried again after its `attempt`-th attempt (from 1) failed `now`: after 1 s, then twice as long each
 * time, at most 15 minutes. Null when 24 hours of attempts are over; the last one is at their very end.
 */
export function retryMoment(attempt: number, firstAttempt: Date, now: Date): Date | null {
  const end = firstAttempt.getTime() + GIVE_UP_MS;
  if (now.getTime() >= end) return null;
  // Beyond 2^10 seconds the longest wait holds, and a power of two stays a number.
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 10));
  return new Date(Math.min(now.getTime() + wait, end));
}
