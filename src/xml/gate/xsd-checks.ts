/**
 * Level 1: every error that the engine finds in a parsed message, with its place in the file.
 *
 * After an element that it does not expect, libxml2 leaves the rest of that group of siblings unread, with all that lies
 * below them. Those parts are validated once more apart from the group, and what is wrong with the group itself is read from
 * our own model of the message, so that every error is told, not only the first one on the way.
 */
import type { ErrorDetail, XmlDocument } from 'libxml2-wasm';
import type { Bevinding } from '../../findings/bevinding.ts';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import { isElementNaam } from '../namen.ts';
import type { Posities } from '../read/position-index.ts';
import { positions } from '../read/position-index.ts';
import { Siblings } from '../read/siblings.ts';
import { valideer } from './libxml.ts';
import { MEESTE_FOUTEN } from './libxml-errors.ts';
import type { FragmentSchema } from './schemas.ts';
import { fragmentSchemaVan, schemaVan } from './schemas.ts';
import { aanvullingen, isOnverwacht } from './volgorde.ts';
import { xsdMelding } from './xsd-melding.ts';

const ZONDER_DECLARATIE = 'No matching global declaration available for the validation root';
/** libxml2 counts lines in 16 bits where it has no more to go by. */
const HOOGSTE_LIJN = 65_535;
/** So many parts are validated once more; only a file made to be slow holds more of them. */
const MEESTE_DELEN = 50_000;

/** The findings of level 1, in document order; empty when the message is valid. */
export function xsdChecks(document: XmlDocument, type: BerichtType, release: Release, bytes: Uint8Array): Bevinding[] {
  const fouten = valideer(schemaVan(type, release), document);
  if (fouten.length === 0) return [];
  const siblings = new Siblings(document);
  const alle = [...fouten, ...overgeslagen(siblings, fouten, () => fragmentSchemaVan(type, release))];
  const posities = positions(bytes, isElementNaam);
  const gemeld = alle.map((fout): Fout => ({ xpath: fout.xpath, lijn: fout.line, melding: xsdMelding(fout.message) }));
  const onvermeld = aanvullingen(alle, siblings, type, release).map((fout): Fout => ({ ...fout, lijn: 0 }));
  const bevindingen = [...gemeld, ...onvermeld]
    .slice(0, MEESTE_FOUTEN)
    .map((fout) => bevindingVan(fout, posities))
    .sort((a, b) => (a.lijn ?? 0) - (b.lijn ?? 0) || (a.kolom ?? 0) - (b.kolom ?? 0));
  return gemeld.length + onvermeld.length < MEESTE_FOUTEN
    ? bevindingen
    : [...bevindingen, { ...LEEG, melding: TE_VEEL }];
}

const LEEG = { niveau: 1, regel: 'XSD', retourcode: null, ernst: 'fout', pad: null, lijn: null, kolom: null } as const;
const TE_VEEL = `Het bericht bevat ten minste ${MEESTE_FOUTEN} fouten; de rest is niet vermeld. Herstel het programma dat het bericht maakt.`;

interface Fout {
  readonly xpath: string | undefined;
  /** As far as the engine knows; 0 for what it did not tell. */
  readonly lijn: number;
  readonly melding: string;
}

function bevindingVan(fout: Fout, posities: Posities): Bevinding {
  const plek = fout.xpath === undefined ? null : posities.vanXPath(fout.xpath);
  // Without a path that we can follow (names over 100 bytes are cut off in it) the engine's own line is what is left.
  const lijn = plek?.lijn ?? (fout.lijn > 0 && fout.lijn < HOOGSTE_LIJN ? fout.lijn : null);
  return { ...LEEG, pad: plek?.pad ?? null, lijn, kolom: plek?.kolom ?? null, melding: fout.melding };
}

/** The errors in what the engine left unread after the elements that it did not expect, and after those in turn. */
function overgeslagen(
  siblings: Siblings,
  fouten: readonly ErrorDetail[],
  fragment: () => FragmentSchema,
): ErrorDetail[] {
  const gevonden: ErrorDetail[] = [];
  const vol = () => fouten.length + gevonden.length >= MEESTE_FOUTEN;
  const teDoen = onverwachteElementen(fouten);
  let delen = 0;
  for (let xpath = teDoen.pop(); xpath !== undefined && !vol(); xpath = teDoen.pop()) {
    const schema = fragment();
    for (const element of siblings.vanaf(xpath)) {
      if (!schema.elementen.has(element.name)) continue;
      if (++delen > MEESTE_DELEN || vol()) return gevonden;
      const nieuw = valideer(schema, element).filter((fout) => !fout.message.includes(ZONDER_DECLARATIE));
      gevonden.push(...nieuw);
      teDoen.push(...onverwachteElementen(nieuw));
    }
  }
  return gevonden;
}

function onverwachteElementen(fouten: readonly ErrorDetail[]): string[] {
  return fouten.flatMap((fout) => (isOnverwacht(fout) && fout.xpath !== undefined ? [fout.xpath] : []));
}
