import { CONTACT_FOUT, CONTACT_GOED } from './contact.ts';
import { DECLARATIE_FOUT, DECLARATIE_GOED } from './declaratie.ts';
import { DECLARATIE_23_FOUT, DECLARATIE_23_GOED } from './declaratie-2.3.ts';
import { PERSOON_FOUT, PERSOON_GOED } from './persoon.ts';
import { PRODUCT_FOUT, PRODUCT_GOED } from './producten.ts';
import { REGIE_FOUT, REGIE_GOED } from './regie.ts';
import { TOEWIJZING_FOUT } from './toewijzing.ts';
import { VERZOEK_FOUT, VERZOEK_GOED } from './verzoek.ts';
import type { Fout, Goed } from './voorbeeld.ts';

/** Every example, for the tests that run them and for those that ask whether none is missing. */
export const FOUT: readonly Fout[] = [
  ...PERSOON_FOUT,
  ...CONTACT_FOUT,
  ...PRODUCT_FOUT,
  ...TOEWIJZING_FOUT,
  ...VERZOEK_FOUT,
  ...REGIE_FOUT,
  ...DECLARATIE_FOUT,
  ...DECLARATIE_23_FOUT,
];

export const GOED: readonly Goed[] = [
  ...PERSOON_GOED,
  ...CONTACT_GOED,
  ...PRODUCT_GOED,
  ...VERZOEK_GOED,
  ...REGIE_GOED,
  ...DECLARATIE_GOED,
  ...DECLARATIE_23_GOED,
];
