import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** These speak to the gateway that is tested. */
const MET_POORT = [
  'projectie.ts',
  'projectie-beeld.ts',
  'projectie-kennis.ts',
  'echte-poort.ts',
  'wissel.ts',
  'uitwisseling.ts',
];
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)['"`]([^'"`\n]+)/g;

describe('the naive gateway', () => {
  it('imports nothing of the product', () => {
    const hier = import.meta.dirname;
    const eigen = readdirSync(hier, { recursive: true, encoding: 'utf8' }).filter(
      (naam) => naam.endsWith('.ts') && !naam.endsWith('.test.ts') && !MET_POORT.includes(naam),
    );
    expect(eigen.filter((naam) => naam.startsWith('naief/')).length).toBeGreaterThan(20);
    const isVreemd = (naam: string, bron: string) => {
      const doel = relative(hier, join(hier, naam, '..', bron));
      return !bron.startsWith('.') || doel.startsWith('..') || MET_POORT.includes(doel);
    };
    const vreemd = eigen.flatMap((naam) =>
      [...readFileSync(join(hier, naam), 'utf8').matchAll(IMPORT)]
        .map(([, bron = '']) => bron)
        .filter((bron) => bron !== 'fast-check' && isVreemd(naam, bron))
        .map((bron) => `${naam}: ${bron}`),
    );
    expect(vreemd).toEqual([]);
  });
});
