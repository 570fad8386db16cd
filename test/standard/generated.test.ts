import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../src/standard/schema-files.ts';

test('the generated XSDs and types are those of the JSON Schemas (else: npm run generate)', () => {
  const script = join(PACKAGE_ROOT, 'scripts', 'generate-model.mjs');
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe('');
});
