import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jw305 } from '../xml/voorbeeld.ts';

/** What a file of hundreds of thousands of errors makes the process that judges it hold, and say: sizes, never times. */

const MAIN = resolve(import.meta.dirname, '../../dist/src/cli/main.js');
/** At its end a process tells what it held at most, by the kernel's own count. */
const TELLS = `data:text/javascript,${encodeURIComponent(`import { readFileSync } from 'node:fs';
process.on('exit', () => process.stderr.write(/VmHWM:\\s+\\d+/.exec(readFileSync('/proc/self/status', 'utf8'))[0]));`)}`;
const MB = 1_000_000;
/** The promise is 256 MB more than for one error; about 100 was measured, and over 330 before the errors were bounded. */
const MOST = 256 * MB;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ijw-xsd-fouten-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(name: string, errors: string): Promise<{ said: string; held: number }> {
  const file = join(folder, `${name}.xml`);
  writeFileSync(file, jw305().replace('<jw305:Client>', `<jw305:Client>${errors}`));
  const child = spawn(process.execPath, ['--import', TELLS, MAIN, 'check', '--json', file]);
  let [said, told] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  return new Promise((done) => {
    child.on('close', () => done({ said, held: Number(/VmHWM:\s+(\d+)/.exec(told)?.[1]) * 1024 }));
  });
}

describe('a file of 300,000 errors of the schema', () => {
  it.each([
    ['elements that nobody knows', '<a/>'],
    ['elements that are there already', '<jw305:Geslacht/>'],
  ])('is told in part, by a process that stays small: %s', { timeout: 120_000 }, async (_, error) => {
    const one = await check('one', error);
    const many = await check('many', error.repeat(300_000));
    process.stdout.write(
      `bounds: 300,000 of ${error}: ${Math.round((many.held - one.held) / MB)} MB more, report ${(many.said.length / MB).toFixed(2)} MB\n`,
    );
    const { bevindingen } = JSON.parse(many.said);
    expect(bevindingen).toHaveLength(10_001);
    expect(bevindingen.at(-1).melding).toContain('ten minste 10000 fouten');
    expect(many.said.length).toBeLessThan(4 * MB);
    expect(many.held - one.held).toBeLessThan(MOST);
  });
});
