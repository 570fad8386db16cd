import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AfsprakenDocument } from '../../agreements/document.ts';
import { valideerAfspraken } from '../../agreements/valideer.ts';
import { PACKAGE_ROOT } from '../../standard/schema-files.ts';
import { redenVan } from '../check/bestanden.ts';

/** The agreements of a file, by default those that an empty gateway begins with; or what is wrong with them. */
export function leesAfspraken(bestand: string | null): AfsprakenDocument | { readonly fouten: readonly string[] } {
  const pad = bestand ?? join(PACKAGE_ROOT, 'samples', 'afspraken.json');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(pad, 'utf8'));
  } catch (fout) {
    return { fouten: [`${pad}: ${fout instanceof SyntaxError ? 'is geen JSON' : redenVan(fout)}.`] };
  }
  const uitslag = valideerAfspraken(json);
  if (uitslag.kind === 'valid') return uitslag.document;
  return { fouten: uitslag.fouten.map(({ pointer, melding }) => `${pad} ${pointer || '/'}: ${melding}`) };
}
