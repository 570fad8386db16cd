import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from './schema-files.ts';

const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string };
const [major = '0', minor = '0'] = version.split('.');

/** What this product calls itself to other systems. */
export const PRODUCT = { naam: 'ijw-gateway', versie: vier(major), subversie: vier(minor) } as const;

/** Four digits, as StUF writes a version. */
function vier(getal: string): string {
  return getal.padStart(4, '0').slice(-4);
}
