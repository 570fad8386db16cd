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

interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}
interface LockEntry {
  readonly version: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
}

it('the bill of materials names the program, what it is made of at which version, and nothing that only makes it', () => {
  const args = [resolve(ROOT, 'scripts/sbom.mjs')];
  const bom = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })) as Bom;
  const { name, version, dependencies, devDependencies } = JSON.parse(
    readFileSync(resolve(ROOT, 'package.json'), 'utf8'),
  );
  expect([bom.bomFormat, bom.metadata.component]).toMatchObject(['CycloneDX', { name, version }]);
  const lock = JSON.parse(readFileSync(resolve(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const made = new Set(bom.components.map((one) => `${one.name}@${one.version}`));
  const names = new Set(bom.components.map((one) => one.name));
  expect(Object.entries<string>(dependencies).filter(([one, exact]) => !made.has(`${one}@${exact}`))).toEqual([]);
  // All that is installed with the program, also what a tool of ours uses too.
  const installed = Object.entries(lock.packages).filter(([path, { dev = false }]) => path !== '' && !dev);
  const named = installed.filter(([, one]) => !one.optional && !one.devOptional && !one.peer);
  expect(named.length).toBeGreaterThan(100);
  expect(
    named
      .map(([path, one]) => `${path.replace(/^.*node_modules\//, '')}@${one.version}`)
      .filter((one) => !made.has(one)),
  ).toEqual([]);
  // But for one that a package of the program may use as well (an optional peer): npm installs that with the program.
  const only = Object.keys(devDependencies).filter((one) => lock.packages[`node_modules/${one}`]?.dev === true);
  expect(only.length).toBeGreaterThan(5);
  expect(only.filter((one) => names.has(one))).toEqual([]);
  expect(bom.components.every(({ purl }) => purl.startsWith('pkg:npm/'))).toBe(true);
});
