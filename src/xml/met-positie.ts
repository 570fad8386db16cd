import type { Bevinding } from './bevinding.ts';
import { positions } from './position-index.ts';

/**
 * Findings with the line and column of their element filled in, for those that have a path and no place yet. The index
 * is made only when one of them asks for it. An element that is missing gets the place of what should have held it.
 */
export function metPositie(bevindingen: readonly Bevinding[], bytes: Uint8Array): Bevinding[] {
  const zoekt = (b: Bevinding) => b.pad !== null && b.lijn === null;
  if (!bevindingen.some(zoekt)) return [...bevindingen];
  const posities = positions(bytes);
  return bevindingen.map((bevinding) => {
    if (!zoekt(bevinding)) return bevinding;
    for (let pad = bevinding.pad ?? ''; pad !== ''; pad = pad.slice(0, pad.lastIndexOf('/'))) {
      const plaats = posities.at(pad);
      if (plaats !== null) return { ...bevinding, ...plaats };
    }
    return bevinding;
  });
}
