import { StoreError } from '../engine/errors.ts';

/**
 * Statements of a transaction are sent together, so a statement that finds that the transaction may not be must end it
 * itself: `select eis(<condition>, <code>)` fails with the code when the condition does not hold (migration 0004).
 */
export const LAAN_VERDER = 'IJW01';
export const CLAIM_VREEMD = 'IJW02';
/** A verdict or outcome on something that does not wait in this lane: a bug of the caller. */
export const NIET_WACHTEND = 'IJW03';

export function isEis(fout: unknown, code: string): boolean {
  return fout instanceof StoreError && fout.code === code;
}
