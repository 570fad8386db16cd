/**
 * Level 1: every error that the engine finds in a parsed message, with its place in the file.
 *
 * After an element that it does not expect, libxml2 leaves the rest of that group of siblings unread, with all that lies
 * below them. Those parts are validated once more apart from the group, so that each defective group of siblings is
 * reported at least once, not only the first one on the way.
 */
import type { ErrorDetail, XmlDocument } from 'libxml2-wasm';
import { XmlElement } from 'libxml2-wasm';
import type { BerichtType, Release } from '../standard/message-types.ts';
import type { Bevinding } from './bevinding.ts';
import type { Schema } from './libxml.ts';
import { valideer } from './libxml.ts';
import type { Posities } from './position-index.ts';
import { positions } from './position-index.ts';
import { fragmentSchemaVan, schemaVan } from './schemas.ts';
import { xsdMelding } from './xsd-melding.ts';

const ONVERWACHT = 'This element is not expected.';
const ZONDER_DECLARATIE = 'No matching global declaration available for the validation root';
/** libxml2 counts lines in 16 bits where it has no more to go by. */
const HOOGSTE_LIJN = 65_535;

/** The findings of level 1, in document order; empty when the message is valid. */
export function xsdChecks(document: XmlDocument, type: BerichtType, release: Release, bytes: Uint8Array): Bevinding[] {
  const fouten = valideer(schemaVan(type, release), document);
  if (fouten.length === 0) return [];
  const alle = [...fouten, ...overgeslagen(document, fouten, () => fragmentSchemaVan(type, release))];
  const posities = positions(bytes);
  return alle
    .map((fout) => bevindingVan(fout, posities))
    .sort((a, b) => (a.lijn ?? 0) - (b.lijn ?? 0) || (a.kolom ?? 0) - (b.kolom ?? 0));
}

function bevindingVan(fout: ErrorDetail, posities: Posities): Bevinding {
  const plek = fout.xpath === undefined ? null : posities.vanXPath(fout.xpath);
  // Without a path that we can follow (names over 100 bytes are cut off in it) the engine's own line is what is left.
  const lijn = plek?.lijn ?? (fout.line > 0 && fout.line < HOOGSTE_LIJN ? fout.line : null);
  return {
    niveau: 1,
    regel: 'XSD',
    retourcode: null,
    ernst: 'fout',
    pad: plek?.pad ?? null,
    lijn,
    kolom: plek?.kolom ?? null,
    melding: xsdMelding(fout.message),
  };
}

/** The errors in what the engine left unread after the elements that it did not expect, and after those in turn. */
function overgeslagen(document: XmlDocument, fouten: readonly ErrorDetail[], fragment: () => Schema): ErrorDetail[] {
  const gevonden: ErrorDetail[] = [];
  const teDoen = onverwachteElementen(fouten);
  for (let xpath = teDoen.pop(); xpath !== undefined; xpath = teDoen.pop()) {
    for (const element of vanafHier(document, xpath)) {
      const nieuw = valideer(fragment(), element).filter((fout) => !fout.message.includes(ZONDER_DECLARATIE));
      gevonden.push(...nieuw);
      teDoen.push(...onverwachteElementen(nieuw));
    }
  }
  return gevonden;
}

function onverwachteElementen(fouten: readonly ErrorDetail[]): string[] {
  return fouten.flatMap((fout) => (fout.message.includes(ONVERWACHT) && fout.xpath !== undefined ? [fout.xpath] : []));
}

/** The element at a path of libxml2 and its later siblings. Prefixes in it mean what they mean where the element stands. */
function vanafHier(document: XmlDocument, xpath: string): XmlElement[] {
  const stappen = xpath.split('/').slice(1);
  const pad = stappen.map((stap) => stap.replace(/^[^*[]+/, (naam) => `*[name()='${naam}']`)).join('/');
  return document.find(`/${pad}/self::*|/${pad}/following-sibling::*`).filter((node) => node instanceof XmlElement);
}
