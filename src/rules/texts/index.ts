import { CONTENT_TEKSTEN } from '../content/texts.ts';
import { DECLARATION_TEKSTEN } from '../declaration/texts.ts';
import { HISTORY_TEKSTEN } from '../history/texts.ts';

/** Dutch text by rule code: what is wrong, what to do. A test holds it to the catalogue: none missing, none over. */
export const TEKSTEN: Readonly<Record<string, string>> = {
  ...CONTENT_TEKSTEN,
  ...HISTORY_TEKSTEN,
  ...DECLARATION_TEKSTEN,
};
