import { isNa, isVoor, plusDagen } from '../standard/datum.ts';
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

/**
 * Looks up the rules that judge a message received on a day.
 *
 * @param diepte `inhoud` is level 2, `context` levels 3 and 4.
 * @param dag of receipt, in Amsterdam: a rule that changes judges what comes in from its day on.
 */
export type Catalogus = (
  type: BerichtType,
  release: Release,
  diepte: 'inhoud' | 'context',
  dag: string,
) => RegelsPerKlasse;

/** Between two days on which a rule begins or ends the same rules hold, so they are put together once. */
export function catalogusVan(regels: readonly Regel[]): Catalogus {
  const opgezocht = new Map<string, RegelsPerKlasse>();
  const wisseldagen = [...new Set(regels.flatMap(({ vanaf, tot }) => [vanaf, tot && plusDagen(tot, 1)]))]
    .filter((dag) => dag !== undefined)
    .sort();
  return (type, release, diepte, dag) => {
    const sleutel = `${type} ${release} ${diepte} ${wisseldagen.filter((wissel) => !isNa(wissel, dag)).length}`;
    const eerder = opgezocht.get(sleutel);
    if (eerder !== undefined) return eerder;
    const passend = regels
      .filter((r) => (r.niveau === 2) === (diepte === 'inhoud') && r.berichten.includes(type))
      .filter((r) => r.releases.includes(release) && oordeeltOp(r, dag))
      .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
    const perKlasse = groepeer(passend, (regel) => regel.klasse);
    opgezocht.set(sleutel, perKlasse);
    return perKlasse;
  };
}

function oordeeltOp({ vanaf, tot }: Regel, dag: string): boolean {
  return (vanaf === undefined || !isVoor(dag, vanaf)) && (tot === undefined || !isNa(dag, tot));
}

export const regelsVoor: Catalogus = catalogusVan(REGELS);
