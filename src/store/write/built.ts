import { setImmediate as othersFirst } from 'node:timers/promises';
import type { Statement } from '../engine/db.ts';

/**
 * The statements of these parts, in their order. For what is `large` others have their turn between two parts: those of a
 * declaratie of 30,000 prestaties take half a second together, and until then this process would answer nobody.
 */
export async function built(large: boolean, parts: readonly (() => readonly Statement[])[]): Promise<Statement[]> {
  const statements: Statement[] = [];
  for (const part of parts) {
    if (large) await othersFirst();
    statements.push(...part());
  }
  return statements;
}
