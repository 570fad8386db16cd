import { MESSAGES } from '../standard/messages/index.ts';
import { linesOf } from '../xml/lines.ts';
import type { Bericht } from '../xml/tree.ts';
import type { NummerVraag } from './nummers.ts';

/** How many numbers judging this message may use at most; gaps are fine, so an upper bound is enough. */
export function nummerVraagVan(bericht: Bericht): NummerVraag {
  const { identificaties, perLine } = MESSAGES[bericht.type].nummers;
  const lines = perLine ? linesOf(bericht).length : 0;
  return { identificaties: identificaties + lines, toewijzingen: lines };
}

/** The same for a decision on a request: one JW301 or JW319, and a number for each product that it may grant. */
export function besluitNummerVraag(verzoek: Bericht): NummerVraag {
  const facts = MESSAGES[verzoek.type].perRelease[verzoek.release];
  const perLine = { 'per-line': linesOf(verzoek).length, one: 1, none: 0 };
  return { identificaties: 1, toewijzingen: perLine[facts?.besluitNummers ?? 'none'] };
}
