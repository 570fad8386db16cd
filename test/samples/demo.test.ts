import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
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
