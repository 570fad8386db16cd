import { posix } from 'node:path';
import { KOPPELVLAK_FILES, KOPPELVLAK_WSDL, koppelvlakFile } from '../../standard/koppelvlak.ts';

export const PAD = '/stuf/ggk0210/OntvangAsynchroon';
/** Where what the WSDL imports is served, in the folders of the publisher, so that relative addresses lead on. */
export const SCHEMA_PAD = '/stuf/ggk0210/schemas';

/** The published WSDL with our address in it, and its own imports where they are served; what they import is relative. */
export function wsdl(origin: string): string {
  const folder = posix.dirname(KOPPELVLAK_WSDL);
  return new TextDecoder()
    .decode(koppelvlakFile(KOPPELVLAK_WSDL))
    .replace(/(\b(?:location|schemaLocation)=")(?!https?:)([^"]+)/g, (_, before: string, file: string) => {
      return `${before}${SCHEMA_PAD}/${posix.join(folder, file)}`;
    })
    .replace(/(<soap:address location=")[^"]*/, (_, before: string) => `${before}${origin}${PAD}`);
}

/** A file that the WSDL leads to; undefined for any other. */
export function schemaFile(name: string): Uint8Array | undefined {
  return KOPPELVLAK_FILES.includes(name) ? koppelvlakFile(name) : undefined;
}
