import type { Regel } from '../regel.ts';
import { AANLEVERING_REGELS } from './aanlevering.ts';
import { ANTWOORD_REGELS } from './antwoord.ts';
import { GEMEENTECODE_REGELS } from './gemeentecode.ts';
import { HEADER_REGELS } from './header.ts';
import { KOPPELING_REGELS } from './koppeling.ts';
import { PRODUCTCODE_REGELS } from './productcode.ts';
import { START_STOP_REGELS } from './start-stop.ts';
import { TE_WIJZIGEN_REGELS } from './te-wijzigen.ts';
import { TOEWIJZING_REGELS } from './toewijzing.ts';
import { VERZOEK_REGELS } from './verzoek.ts';
import { WIJZIGINGSVERZOEK_REGELS } from './wijzigingsverzoek.ts';

/** Levels 3 and 4 for all but what a declaratie and its answer say of their lines. */
export const HISTORY_REGELS: readonly Regel[] = [
  ...HEADER_REGELS,
  ...GEMEENTECODE_REGELS,
  ...PRODUCTCODE_REGELS,
  ...KOPPELING_REGELS,
  ...AANLEVERING_REGELS,
  ...START_STOP_REGELS,
  ...TOEWIJZING_REGELS,
  ...VERZOEK_REGELS,
  ...WIJZIGINGSVERZOEK_REGELS,
  ...TE_WIJZIGEN_REGELS,
  ...ANTWOORD_REGELS,
];
