import { MESSAGES } from '../standard/messages/index.ts';
import { type Bericht, type Groep, groepenOp } from './tree.ts';

/** The lines of a message that a verdict acts on (products, starts, prestaties), in the order of its descriptor. */
export function linesOf({ type, release, inhoud }: Bericht): readonly Groep[] {
  const places = MESSAGES[type].perRelease[release]?.lines ?? [];
  return places.flatMap((place) => groepenOp(inhoud, place));
}
