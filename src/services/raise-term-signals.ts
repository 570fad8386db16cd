import { inAmsterdam } from '../standard/datum.ts';
import type { TermijnStore } from '../store/requests/contract.ts';

const TERMS_AT_ONCE = 500;

/**
 * Raises a signal before a term ends and one when it is over. The due dates stand in the store, so an emptied Redis or a
 * restart loses none; that several processes look does no harm.
 */
export function raiseTermSignals(store: Pick<TermijnStore, 'raiseTermSignals'>, now: Date): Promise<number> {
  return store.raiseTermSignals(inAmsterdam(now).datum, TERMS_AT_ONCE);
}
