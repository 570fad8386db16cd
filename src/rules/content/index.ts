import type { Regel } from '../regel.ts';
import { BEDRAG_REGELS } from './bedragen.ts';
import { BTW_REGELS } from './btw.ts';
import { CONTACT_REGELS } from './contact.ts';
import { DATUM_REGELS } from './datums.ts';
import { JW303_REGELS } from './jw303.ts';
import { JW304_REGELS } from './jw304.ts';
import { OMVANG_REGELS } from './omvang.ts';
import { PERIODE_REGELS } from './perioden.ts';
import { PERSOON_REGELS } from './persoon.ts';
import { REFERENTIE_REGELS } from './referenties.ts';
import { SLEUTEL_REGELS } from './sleutels.ts';
import { STAPELING_REGELS } from './stapeling.ts';
import { VASTE_WAARDEN_REGELS } from './vaste-waarden.ts';
import { VERZOEK_REGELS } from './verzoek.ts';

/** Level 2: what a message can be told from itself alone. */
export const CONTENT_REGELS: readonly Regel[] = [
  ...VASTE_WAARDEN_REGELS,
  ...SLEUTEL_REGELS,
  ...PERSOON_REGELS,
  ...CONTACT_REGELS,
  ...DATUM_REGELS,
  ...PERIODE_REGELS,
  ...OMVANG_REGELS,
  ...STAPELING_REGELS,
  ...VERZOEK_REGELS,
  ...REFERENTIE_REGELS,
  ...BEDRAG_REGELS,
  ...JW303_REGELS,
  ...BTW_REGELS,
  ...JW304_REGELS,
];
