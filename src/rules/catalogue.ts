import { groepeer } from '../standard/groepeer.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import { CONTENT_REGELS } from './content/index.ts';
import { DECLARATION_REGELS } from './declaration/index.ts';
import { HISTORY_REGELS } from './history/index.ts';
import type { Regel } from './regel.ts';

/** Every rule that the gateway tests. A code may have several entries: one per berichtklasse that it looks at. */
export const REGELS: readonly Regel[] = [...CONTENT_REGELS, ...HISTORY_REGELS, ...DECLARATION_REGELS];

/** The rules for one kind of message by berichtklasse, ordered by code: what the judge walks through. */
export type RegelsPerKlasse = ReadonlyMap<string, readonly Regel[]>;

const opgezocht = new Map<string, RegelsPerKlasse>();

/** @param diepte `inhoud` is level 2, `context` levels 3 and 4. */
export function regelsVoor(type: BerichtType, release: Release, diepte: 'inhoud' | 'context'): RegelsPerKlasse {
  const sleutel = `${type} ${release} ${diepte}`;
  const eerder = opgezocht.get(sleutel);
  if (eerder !== undefined) return eerder;
  const passend = REGELS.filter(
    (r) => (r.niveau === 2) === (diepte === 'inhoud') && r.berichten.includes(type) && r.releases.includes(release),
  ).sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const perKlasse = groepeer(passend, (regel) => regel.klasse);
  opgezocht.set(sleutel, perKlasse);
  return perKlasse;
}
