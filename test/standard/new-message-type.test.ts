import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'ijw-new-type-'));
  cpSync(join(ROOT, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(ROOT, 'tsconfig.json'), join(copy, 'tsconfig.json'));
  cpSync(join(ROOT, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  change('tsconfig.json', '["src", "test", "vitest.config.ts"]', '["src"]');
  change('src/standard/message-types.ts', "  'JW325',\n", "  'JW325',\n  'JW399',\n");
});

afterAll(() => rmSync(copy, { recursive: true }));

function change(file: string, from: string, to: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  expect(text.split(from), `${file}: ${from}`).toHaveLength(2);
  writeFileSync(path, text.replace(from, to));
}

/** The files that the compiler refuses. */
function refused(): string[] {
  try {
    execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.json'], { cwd: copy, encoding: 'utf8' });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return [...new Set([...stdout.matchAll(/^([^(\s]+)\(\d+,\d+\): error/gm)].map(([, file = '']) => file))].sort();
  }
}

describe('a message type that is only a name', () => {
  it('does not compile until each part is there', { timeout: 300_000 }, () => {
    expect(refused()).toEqual([
      'src/dashboard/words/messages.ts',
      'src/samples/extra.ts',
      'src/samples/uitgangspunt.ts',
      'src/standard/messages/index.ts',
      'src/verdict/beoordeel.ts',
    ]);

    change('src/standard/messages/index.ts', '  JW325,\n};', '  JW325,\n  JW399: JW325,\n};');
    change('src/verdict/beoordeel.ts', '  JW325: beoordeelO', '  JW399: mits(beoordeelRegie),\n  JW325: beoordeelO');
    change('src/samples/uitgangspunt.ts', '  JW325: (d)', '  JW399: (d) => beantwoord(d),\n  JW325: (d)');
    change('src/samples/extra.ts', '  JW325: ', '  JW399: [],\n  JW325: ');
    change('src/dashboard/words/messages.ts', "op declaratie',\n};", "op declaratie',\n  JW399: 'Proef',\n};");
    expect(refused()).toEqual([]);
  });
});
