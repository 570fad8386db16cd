import type { XmlDocument } from 'libxml2-wasm';
import { KOPPELVLAK_XSD, koppelvlakXsds } from '../../standard/koppelvlak.ts';
import { type CompiledXsd, compileer, valideer } from '../gate/libxml.ts';
import { isElementNaam } from '../namen.ts';

let schema: CompiledXsd | undefined;

const ELEMENT = /^Element '(?:\{[^}]*\})?([^']+)'/;

/** Compiles the schemas of the koppelvlak, so that the first envelope need not wait for it. */
export function envelopeSchema(): CompiledXsd {
  schema ??= compileer(KOPPELVLAK_XSD, koppelvlakXsds());
  return schema;
}

/** The elements that are not as the koppelvlak's XSDs say, each once, with their line; empty when all are. */
export function schemaFouten(element: XmlDocument['root']): readonly string[] {
  const fouten = valideer(envelopeSchema(), element).map(({ message, line }) => {
    const naam = ELEMENT.exec(message)?.[1] ?? '';
    return `${isElementNaam(naam) ? naam : 'een element'} (regel ${line})`;
  });
  return [...new Set(fouten)];
}
