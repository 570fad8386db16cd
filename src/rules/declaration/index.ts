import type { Regel } from '../regel.ts';
import { ANTWOORD_REGELS } from './antwoord.ts';
import { BEDRAG_REGELS } from './bedrag.ts';
import { CLIENT_REGELS } from './client.ts';
import { DECLARATIE_REGELS } from './declaratie.ts';
import { type DeclarationEntry, withText } from './declaration-entry.ts';
import { FACTUUR_REGELS } from './factuur.ts';
import { REFERENTIE_REGELS } from './referentie.ts';
import { TOEWIJZING_REGELS } from './toewijzing.ts';
import { VOLUME_REGELS } from './volume.ts';

const ENTRIES: readonly DeclarationEntry[] = [
  ...DECLARATIE_REGELS,
  ...FACTUUR_REGELS,
  ...CLIENT_REGELS,
  ...TOEWIJZING_REGELS,
  ...VOLUME_REGELS,
  ...BEDRAG_REGELS,
  ...REFERENTIE_REGELS,
  ...ANTWOORD_REGELS,
];

/**
 * Levels 3 and 4 of JW323, JW303 and of the JW325 and JW304 that a gemeente sends itself.
 *
 * Codes of iJW 2.3 that a gateway cannot give: 9311 (TR311: a toewijzing of another aanbieder is not known here, OP095, so
 * the line gets 0551), 0013 (CS321: the schema holds the form of a servicebureau code), 8004 (expired in 2021).
 */
export const DECLARATION_REGELS: readonly Regel[] = ENTRIES.map(withText);
