import type { Release } from '../message-types.ts';
import type { Codelijsten } from './codelijst.ts';
import { PERSOON } from './persoon.ts';
import { REDENEN } from './redenen.ts';
import { ALLEEN_IN_2_3 } from './release-2.3.ts';
import { RETOURCODES } from './retourcodes.ts';
import { ZORG } from './zorg.ts';

const CODELIJSTEN: Codelijsten = { ...PERSOON, ...ZORG, ...REDENEN, LDT_RetourCode: RETOURCODES };

/**
 * What a code says, in Dutch, for people. `typeNaam` is the type of the element in the model (`LDT_Eenheid`). Null for a
 * code without label: unknown, or of a type that is no code list. Which codes are valid is the schema's business.
 */
export function labelVan(release: Release, typeNaam: string, code: string): string | null {
  const eigen = release === '2.3' ? ALLEEN_IN_2_3[typeNaam]?.[code] : undefined;
  return eigen ?? CODELIJSTEN[typeNaam]?.[code] ?? null;
}
