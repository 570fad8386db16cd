import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';

const DEMO = resolve(import.meta.dirname, '../../scripts/demo.mjs');
const run = promisify(execFile);

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start();
});
afterAll(() => gateway.remove());

it('fills a gateway that runs: messages of both sides are judged, and its keys open the pages', async () => {
  const { stdout } = await run(process.execPath, [DEMO, '--kinderen', '12'], {
    env: { PATH: process.env.PATH ?? '', IJW_URL: gateway.url, IJW_SLEUTEL: BEHEERDER },
  });
  expect(stdout).toMatch(/\d+ berichten ingestuurd: \d+ goedgekeurd/);
  const keys = [...stdout.matchAll(/^ {2}(operator|gemeente|aanbieder) .* (ijw_\S+)$/gm)];
  expect(new Set(keys.map(([, rol]) => rol))).toEqual(new Set(['operator', 'gemeente', 'aanbieder']));
  const client = new HttpClient(gateway.url);
  for (const [, , sleutel = ''] of keys) {
    expect((await client.call('GET', '/api/v1/berichten', sleutel)).status).toBe(200);
  }
  const list = await client.json<{ berichten: { type: string; status: string }[] }>(
    'GET',
    '/api/v1/berichten?limit=500',
    BEHEERDER,
  );
  const types = new Set(list.berichten.map(({ type }) => type));
  expect([...types]).toEqual(expect.arrayContaining(['JW301', 'JW302', 'JW305', 'JW306', 'JW315', 'JW316', 'JW323']));
}, 120_000);

it('says what to do when nobody answers, or the key is none', async () => {
  const fails = (env: Record<string, string>) =>
    run(process.execPath, [DEMO], { env: { PATH: process.env.PATH ?? '', ...env } }).then(
      () => ({ code: 0, stderr: '' }),
      (fout: { code: number; stderr: string }) => fout,
    );
  expect(await fails({ IJW_URL: 'http://127.0.0.1:1' })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('antwoordt niemand'),
  });
  expect(await fails({ IJW_URL: gateway.url, IJW_SLEUTEL: 'ijw_verkeerd' })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('geen geldige sleutel van een beheerder'),
  });
});

it('goes from the document of docs/nieuwe-regio.md to a first toewijzing, as that page says', async () => {
  const root = resolve(import.meta.dirname, '../..');
  const [, document = ''] = /```json\n(.*?)```/s.exec(readFileSync(join(root, 'docs/nieuwe-regio.md'), 'utf8')) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'ijw-regio-'));
  try {
    const file = join(folder, 'twente.json');
    writeFileSync(file, document);
    const env = { PATH: process.env.PATH ?? '', IJW_URL: gateway.url, IJW_SLEUTEL: BEHEERDER };
    const cli = async (...args: string[]) =>
      (await run(process.execPath, [join(root, 'dist/src/cli/main.js'), ...args], { env })).stdout;
    await cli('agreements', 'validate', file);
    await cli('agreements', 'import', '--proef', file);
    await cli('agreements', 'import', file);
    const jw315 = await cli('generate', '--afspraken', file, '--gemeente', '0153', 'JW315');
    const client = new HttpClient(gateway.url);
    const aanbieder = await client.sleutel('42420101');
    await client.call('POST', '/api/v1/berichten', aanbieder, new TextEncoder().encode(jw315));
    const jw301 = async () =>
      (await client.json<{ berichten: object[] }>('GET', '/api/v1/uitgaand?type=JW301', aanbieder)).berichten;
    await expect.poll(jw301, { timeout: 30_000 }).toMatchObject([{ type: 'JW301', afzender: '0153' }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
