import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../src/standard/schema-files.ts';

/** The published standard and the conformance kit, beside the project where it is developed. */
export const SHARED = join(PACKAGE_ROOT, '..', 'shared');

/** Tests against the published standard skip by name where it is absent. */
export const hasShared = existsSync(join(SHARED, 'ijw-3.2', 'xsd', 'basisschema.xsd'));
