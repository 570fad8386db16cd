import { StoreError } from '../engine/errors.ts';

/**
 * Statements of a transaction are pipelined and nobody sees a result in between, so a precondition is asserted in SQL:
 * `select eis(<condition>, <code>)` raises that SQLSTATE when it does not hold, which rolls all back (migration 0004).
 */
export const LAAN_VERDER = 'IJW01';
export const CLAIM_VREEMD = 'IJW02';
/** A verdict or outcome on something that does not wait in this lane: a bug of the caller. */
export const NIET_WACHTEND = 'IJW03';
/** One of the messages was refused before and waits again, which takes more than the statement that stores them. */
export const NIETS_OPNIEUW = 'IJW04';

export function isEis(fout: unknown, code: string): boolean {
  return fout instanceof StoreError && fout.code === code;
}
