import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLES = join(ROOT, 'examples', 'client');
const STORY = join(ROOT, 'samples', 'verhaal');
const run = promisify(execFile);

let gateway: TestGateway | undefined;
let sleutel = '';
const folder = mkdtempSync(join(tmpdir(), 'ijw-client-'));

beforeAll(async () => {
  gateway = await TestGateway.start();
  const answer = await fetch(`${gateway.url}/api/v1/sleutels`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BEHEERDER}`, 'content-type': 'application/json' },
    body: JSON.stringify({ naam: 'voorbeeld', rol: 'aanbieder', partij: '42420001' }),
  });
  sleutel = ((await answer.json()) as { sleutel: string }).sleutel;
}, 180_000);
afterAll(async () => {
  await gateway?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What an example prints, as a program of its own. */
async function example(file: string, ...args: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH ?? '', IJW_URL: gateway?.url ?? '', IJW_SLEUTEL: sleutel };
  return (await run(process.execPath, [file, ...args], { env, cwd: folder })).stdout;
}

describe('the examples of the client', { timeout: 120_000 }, () => {
  it('send and tell the verdict, follow what happens, fetch and confirm, try', async () => {
    const place = join(folder, 'plaats.txt');
    // From before the first: its own place, so that the test need not be quicker than the gateway.
    writeFileSync(place, '0-0');
    const sent = await example(
      join(EXAMPLES, 'insturen.mjs'),
      ...['01-jw315-gehonoreerd.xml', '16-jw315-inhoudsfout.xml'].map((name) => join(STORY, name)),
    );
    expect(sent).toMatch(/01-jw315-gehonoreerd\.xml: JW315 goedgekeurd \([\da-f-]{36}\)/);
    expect(sent).toMatch(/16-jw315-inhoudsfout\.xml: JW315 afgekeurd .*\n {2}CS003: ToewijzingEinddatum/);
    const told = await example(join(EXAMPLES, 'volgen.mjs'), place, '2');
    expect(told.match(/^bericht\.\w+/gm)?.toSorted()).toHaveLength(2);
    const before = readFileSync(place, 'utf8');
    expect(before).toMatch(/^\d+-\d+$/);
    const more = await example(join(EXAMPLES, 'volgen.mjs'), place, '2');
    expect(`${told}${more}`.match(/^bericht\.beoordeeld/gm)).toHaveLength(2);
    const fetched = await example(join(EXAMPLES, 'ophalen.mjs'), 'ontvangen');
    expect(fetched.match(/^JW\d+/gm)?.toSorted()).toEqual(['JW301', 'JW316', 'JW316']);
    const files = readdirSync(join(folder, 'ontvangen'));
    expect(files).toHaveLength(3);
    expect(files.map((name) => readFileSync(join(folder, 'ontvangen', name), 'utf8').slice(0, 5))).toEqual(
      files.map(() => '<?xml'),
    );
    expect(await example(join(EXAMPLES, 'ophalen.mjs'), 'ontvangen')).toBe('');
    const tried = await example(join(EXAMPLES, 'proef.mjs'), join(STORY, '16-jw315-inhoudsfout.xml'));
    expect(tried).toMatch(/^JW315: afgekeurd, [1-9]\d* bevindingen\n {2}antwoord: JW316 aan 42420001/);
  });

  it('work in an empty project that installs what npm pack makes', { timeout: 300_000 }, async () => {
    const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const [made] = JSON.parse((await run('npm', pack, { cwd: ROOT })).stdout) as {
      filename: string;
      files: { path: string }[];
    }[];
    const paths = made?.files.map(({ path }) => path) ?? [];
    for (const path of [
      'dist/src/client/ijw-client.d.ts',
      'dist/src/cli/main.js',
      'samples/afspraken.json',
      'assets/stijl.css',
      'README.md',
    ])
      expect(paths).toContain(path);
    expect(paths.filter((path) => /^(?:src|test|data|bench)\/|\.log$/.test(path))).toEqual([]);
    const project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
    const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error'];
    await run('npm', ['install', join(folder, made?.filename ?? ''), ...quiet], { cwd: project });
    const copy = join(project, 'proef.mjs');
    writeFileSync(copy, readFileSync(join(EXAMPLES, 'proef.mjs')));
    expect(await example(copy, join(STORY, '01-jw315-gehonoreerd.xml'))).toMatch(/^JW315: /);
    writeFileSync(join(project, 'typed.ts'), TYPED);
    const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules', '@types')];
    const tsc = [join(ROOT, 'node_modules', '.bin', 'tsc'), '--noEmit', '--strict', '--module', 'nodenext', ...types];
    await run(process.execPath, [...tsc, '--target', 'es2023', '--lib', 'es2023', 'typed.ts'], { cwd: project });
    const { stdout } = await run(process.execPath, [
      join(project, 'node_modules', '.bin', 'ijw-gateway'),
      'rules',
      'TR322',
    ]);
    expect(stdout).toContain('retourcode 9322');
  });
});

it('the types of the client are those of the document (else: npm run build && npm run generate:client)', async () => {
  await run(process.execPath, [join(ROOT, 'scripts', 'client-types.mjs'), '--check']);
});

/** What must compile for somebody who uses the package, and what must not. */
const TYPED = `
import { IjwClient, type IjwMessage } from 'ijw-gateway/client';
const client = new IjwClient({ url: 'http://x', sleutel: 'k' });
const message: IjwMessage = await client.sendAndWait('<a/>');
const { termijnen } = await client.call('get', '/api/v1/termijnen', { query: { soort: 'start' } });
const day: string | undefined = termijnen[0]?.uiterlijk;
// @ts-expect-error there is no such call
await client.call('get', '/api/v1/nergens', {});
// @ts-expect-error its path has a name
await client.call('get', '/api/v1/berichten/{id}', {});
for await (const { xml, confirm } of client.receive()) await confirm().then(() => xml.length);
for await (const { event, data } of client.events()) if (event === 'besluit') console.log(data.id, message.status, day);
`;
