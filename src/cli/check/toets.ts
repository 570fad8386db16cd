import type { Bevinding } from '../../findings/bevinding.ts';
import { judgeContent } from '../../rules/judge.ts';
import { inAmsterdam } from '../../standard/datum.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import { openBericht } from '../../xml/gate/gate.ts';
import { metPositie } from '../../xml/read/position-index.ts';

/** What `check` says of one file: one JSON line with `--json`. */
export interface Toets {
  readonly file: string;
  readonly type: BerichtType | null;
  readonly release: Release | null;
  readonly geldig: boolean;
  /** The level that rejects; null when none does. */
  readonly niveau: 0 | 1 | 2 | null;
  readonly bevindingen: readonly Bevinding[];
}

/** Levels 0 to 2: all that can be said of a message without knowing any other, by the rules of today. */
export function toets(file: string, bytes: Uint8Array): Toets {
  const poort = openBericht(bytes);
  if (poort.kind === 'refused') {
    const { type, release, niveau, bevindingen } = poort;
    return { file, type, release, geldig: false, niveau, bevindingen };
  }
  const { type, release, bericht } = poort;
  const oordeel = judgeContent(bericht, inAmsterdam(new Date()).datum);
  const bevindingen = metPositie(oordeel.bevindingen, bytes);
  const geldig = oordeel.niveau === null;
  return { file, type, release, geldig, niveau: geldig ? null : 2, bevindingen };
}
