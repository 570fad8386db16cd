import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from './schema-files.ts';

/** The JSON Schema of the agreements document, from the package's own `schemas/`. */
export function afsprakenSchema(): Record<string, unknown> {
  const bestand = join(PACKAGE_ROOT, 'schemas', 'afspraken.schema.json');
  return JSON.parse(readFileSync(bestand, 'utf8')) as Record<string, unknown>;
}
