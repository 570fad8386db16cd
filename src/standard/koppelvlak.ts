/** The koppelvlak StUF-GGk 0210: its names, and its files as they were published (schemas/ggk-0210). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from './schema-files.ts';

export const GGK = 'http://www.stufstandaarden.nl/koppelvlak/ggk0210';
export const STUF = 'http://www.egem.nl/StUF/StUF0301';
export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';

const FOLDER = join(PACKAGE_ROOT, 'schemas', 'ggk-0210');
const MAP = 'ggk0210/ggkberichten';

/** The schema that imports the others: every envelope and every answer is declared in it or below it. */
export const KOPPELVLAK_XSD = `${MAP}/ggk0210_msg_ggkberichten.xsd`;
export const KOPPELVLAK_WSDL = `${MAP}/ggk0210_OntvangAsynchroon_ggkberichten.wsdl`;

const XSDS = [KOPPELVLAK_XSD, `${MAP}/ggk0210_stuf0301_msg_ggkberichten.xsd`, '0301/stuf0301.xsd'];

/** All that the WSDL leads to. */
export const KOPPELVLAK_FILES: readonly string[] = [KOPPELVLAK_WSDL, '0301/stuf0301_types.wsdl', ...XSDS];

/** One of `KOPPELVLAK_FILES`. */
export function koppelvlakFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)));
}

export function koppelvlakXsds(): ReadonlyMap<string, Uint8Array> {
  return new Map(XSDS.map((name) => [name, koppelvlakFile(name)]));
}
