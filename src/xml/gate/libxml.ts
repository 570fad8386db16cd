/**
 * libxml2 (as WebAssembly) with the package's own XSDs: parses and validates, reads no file and no network.
 *
 * Schemas are compiled at first use and kept. Nothing that a message asks for can be loaded: the input provider serves
 * our XSDs only while one of them is compiled. libxml2's memory never shrinks; whoever runs many large files replaces
 * the thread that holds this module (docs/decisions/xml-gate.md).
 */
import type { ErrorDetail } from 'libxml2-wasm';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlParseError,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { begrensFouten } from './libxml-errors.ts';

const OPTIES =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  // UTF-8, as everything else here reads it, whatever the declaration says.
  ParseOption.XML_PARSE_IGNORE_ENC |
  ParseOption.XML_PARSE_BIG_LINES |
  // Short texts inside their node. CDATA as text: validation copies all that came before at every piece of a value.
  ParseOption.XML_PARSE_COMPACT |
  ParseOption.XML_PARSE_NOCDATA |
  // Lifts libxml2's own limits on text (10,000,000 bytes); ours were held before.
  ParseOption.XML_PARSE_HUGE;

begrensFouten();
const bestanden = new XmlBufferInputProvider({});
xmlRegisterInputProvider(bestanden);

export type Ontleed = { kind: 'document'; document: XmlDocument } | { kind: 'onleesbaar'; fouten: ErrorDetail[] };

/** Parses bytes; the caller disposes of the document. */
export function ontleed(bytes: Uint8Array): Ontleed {
  try {
    return { kind: 'document', document: XmlDocument.fromBuffer(bytes, { option: OPTIES }) };
  } catch (fout) {
    if (fout instanceof XmlParseError) return { kind: 'onleesbaar', fouten: fout.details };
    throw fout;
  }
}

/** A compiled schema. The document it came from must live as long, since libxml2 keeps pointing into it. */
export interface CompiledXsd {
  readonly validator: XsdValidator;
  readonly bron: XmlDocument;
}

/** Compiles `hoofd`, which may import the other files by name. Throws when the schema is not right: a bug of ours. */
export function compileer(hoofd: string, files: ReadonlyMap<string, Uint8Array>): CompiledXsd {
  for (const [naam, inhoud] of files) bestanden.addBuffer(naam, inhoud);
  try {
    const bron = XmlDocument.fromBuffer(files.get(hoofd) ?? new Uint8Array(), { url: hoofd });
    return { validator: XsdValidator.fromDoc(bron), bron };
  } finally {
    for (const naam of files.keys()) bestanden.removeBuffer(naam);
  }
}

/** What the engine finds wrong in a document, or in one element that the schema declares by itself. */
export function valideer(schema: CompiledXsd, wat: XmlDocument | XmlDocument['root']): ErrorDetail[] {
  try {
    // The two signatures of `validate` differ only in type.
    if (wat instanceof XmlDocument) schema.validator.validate(wat);
    else schema.validator.validate(wat);
    return [];
  } catch (fout) {
    if (fout instanceof XmlValidateError) return fout.details;
    throw fout;
  }
}
