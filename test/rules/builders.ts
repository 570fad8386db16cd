import { header } from '../../src/samples/messages/header.ts';
import type { BerichtType, Release } from '../../src/standard/message-types.ts';
import type { Bericht } from '../../src/xml/tree.ts';

export { erbij, met, zonder } from '../../src/samples/wijzig.ts';

import * as inhoud from './inhoud.ts';

/** Valid messages as the reader gives them, small, with fictive persons; changed by what the samples are changed with. */

const DAGTEKENING = '2026-03-02';
const GEMEENTE = '0362';
const AANBIEDER = '42420001';

/** A message that breaks no rule of level 2. */
export function bericht(type: BerichtType, release: Release = '3.2'): Bericht {
  const maak = release === '3.2' ? inhoud.INHOUD_32[type] : inhoud.INHOUD_23[type];
  if (maak === undefined) throw new Error(`no valid ${type} of iJW ${release} to start from`);
  const sending = { release, gemeente: GEMEENTE, aanbieder: AANBIEDER, vandaag: DAGTEKENING };
  return { type, release, inhoud: maak(header(sending, type, 'TEST1')) };
}
