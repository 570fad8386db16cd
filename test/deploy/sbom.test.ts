import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

interface Bom {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly { readonly name: string; readonly version: string; readonly purl: string }[];
}

it('the bill of materials names the program, what it is made of at which version, and nothing that only makes it', () => {
  const args = [resolve(ROOT, 'scripts/sbom.mjs')];
  const bom = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })) as Bom;
  const { name, version, dependencies, devDependencies } = JSON.parse(
    readFileSync(resolve(ROOT, 'package.json'), 'utf8'),
  );
  expect([bom.bomFormat, bom.metadata.component]).toMatchObject(['CycloneDX', { name, version }]);
  const made = new Set(bom.components.map((one) => `${one.name}@${one.version}`));
  const names = new Set(bom.components.map((one) => one.name));
  expect(Object.entries<string>(dependencies).filter(([one, exact]) => !made.has(`${one}@${exact}`))).toEqual([]);
  expect(Object.keys(devDependencies).filter((one) => names.has(one) && dependencies[one] === undefined)).toEqual([]);
  expect(bom.components.every(({ purl }) => purl.startsWith('pkg:npm/'))).toBe(true);
});
