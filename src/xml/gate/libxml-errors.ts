/**
 * Bounds what the errors of one file may cost.
 *
 * libxml2-wasm asks libxml2 for the path of every error, and libxml2 finds a path by counting all earlier siblings: a
 * file of a million empty Prestaties would keep it busy for hours. So our own collector takes the place of the library's
 * and stops listening after a number that no reader gets through. It reaches into a file that the package does not
 * promise; the version is pinned, and a test holds that the bound works.
 */
import type { ErrorDetail } from 'libxml2-wasm';
import * as libxml2 from 'libxml2-wasm/lib/libxml2.mjs';

/** So many errors are taken from one validation. */
export const MEESTE_FOUTEN = 10_000;

/** Present in the module, left out of its types. */
const { addFunction } = libxml2 as unknown as {
  addFunction: (functie: (index: number, fout: number) => void, vorm: 'vii') => number;
};
const { error, XmlErrorStruct, xmlGetNodePath } = libxml2;

/** From here on, every parse and validation in this thread collects its errors within the bound. */
export function begrensFouten(): void {
  error.errorCollector = addFunction(neemOp, 'vii');
}

function neemOp(index: number, fout: number): void {
  const fouten = error.storage.get(index);
  if (fouten === undefined || fouten.length >= MEESTE_FOUTEN) return;
  const detail: ErrorDetail = {
    message: XmlErrorStruct.message(fout),
    level: XmlErrorStruct.level(fout),
    line: XmlErrorStruct.line(fout),
    col: XmlErrorStruct.col(fout),
  };
  const xpath = xmlGetNodePath(XmlErrorStruct.node(fout));
  fouten.push(xpath === null ? detail : { ...detail, xpath });
}
