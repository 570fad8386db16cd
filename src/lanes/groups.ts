import { RAAKT_ALLES } from '../verdict/raakt.ts';

/**
 * Cuts the waiting work of a lane into groups that may share one transaction: consecutive, and no two members of a group
 * touch the same client, claim or toewijzing (docs/decisions/one-message-one-effect.md). Order within the lane is kept,
 * because a group is written before the next one gets its context.
 */
export function cutIntoGroups<T>(werk: readonly T[], raaktVan: (item: T) => readonly string[]): T[][] {
  const groepen: T[][] = [];
  let groep: T[] = [];
  let geraakt = new Set<string>();
  for (const item of werk) {
    const raakt = raaktVan(item);
    const alleen = groep.length > 0 && (raakt.includes(RAAKT_ALLES) || geraakt.has(RAAKT_ALLES));
    if (alleen || raakt.some((sleutel) => geraakt.has(sleutel))) {
      groepen.push(groep);
      groep = [];
      geraakt = new Set();
    }
    groep.push(item);
    for (const sleutel of raakt) geraakt.add(sleutel);
  }
  if (groep.length > 0) groepen.push(groep);
  return groepen;
}
