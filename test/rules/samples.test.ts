import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeContent } from '../../src/rules/judge.ts';
import type { BerichtType, Release } from '../../src/standard/message-types.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import { hasShared, SHARED } from '../shared.ts';

/** The published samples and what level 2 makes of them. Those of 3.2 have known faults; those of 2.3 have none. */
const MONSTERS: readonly [Release, BerichtType, readonly string[]][] = [
  ['3.2', 'JW301', []],
  ['3.2', 'JW305', []],
  ['3.2', 'JW307', []],
  ['3.2', 'JW317', ['CS003']],
  ['3.2', 'JW319', []],
  ['3.2', 'JW323', ['TR101', 'TR416']],
  ['3.2', 'JW325', []],
  ['2.3', 'JW301', []],
  ['2.3', 'JW303', []],
  ['2.3', 'JW304', []],
  ['2.3', 'JW305', []],
  ['2.3', 'JW307', []],
  ['2.3', 'JW315', []],
  ['3.2', 'JW302', []],
  ['3.2', 'JW316', []],
  ['3.2', 'JW320', []],
];

describe.skipIf(!hasShared)('the published samples [skipped without ../shared]', () => {
  it.each(MONSTERS)('%s %s', (release, type, verwacht) => {
    const bytes = readFileSync(join(SHARED, `ijw-${release}`, 'berichten', `${type}.xml`));
    const { bevindingen } = judgeContent(readBericht(bytes, type, release));
    expect([...new Set(bevindingen.map((b) => b.regel))].sort()).toEqual(verwacht);
  });
});
