import type { NummerBlok } from '../verdict/nummers.ts';

/** Numbers of a trial: thrown away, never drawn from the store; the real answer carries others. */
export function throwAway(gemeente: string): NummerBlok {
  return { identificatie: 0, toewijzing: { [gemeente]: 999_990_000 }, zaad: '0'.repeat(32) };
}
