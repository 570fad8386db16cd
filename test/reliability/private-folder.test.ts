import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aanbieder, afsprakenMet, GEMEENTE } from '../gateway/wereld.ts';
import { TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { judged } from './afloop.ts';
import { type Bekend, postAll } from './posten.ts';
import { verkeer } from './verkeer.ts';

const map = mkdtempSync(join(tmpdir(), 'ijw-dicht-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

/** Files and folders at and below a folder, the links left out, with the rights of group and others. */
function all(folder: string): { path: string; others: number }[] {
  const paths = [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((naam) => join(folder, naam)),
  ];
  return paths
    .map((path) => ({ path, found: lstatSync(path) }))
    .filter(({ found }) => !found.isSymbolicLink())
    .map(({ path, found }) => ({ path, others: found.mode & 0o077 }));
}
const open = (folder: string) => all(folder).filter(({ others }) => others !== 0);

describe('the data folder', () => {
  it('is for its owner alone: made so, kept so, and shut again when it was opened', { timeout: 300_000 }, async () => {
    const dataDir = join(map, 'nieuw', 'data');
    const gateway = await TestGateway.start({ dataDir });
    try {
      const http = new HttpClient(gateway.url);
      await http.putAgreements(afsprakenMet(1));
      for (const partij of [GEMEENTE, aanbieder(0)]) await http.sleutel(partij);
      const bekend: Bekend[] = [];
      await postAll(verkeer(1, 2).rijen[0] ?? [], http, bekend);
      await judged(bekend, http);
      expect(all(dataDir).length).toBeGreaterThan(1000);
      expect(open(dataDir)).toEqual([]);
      await gateway.stop();
      expect(gateway.log).not.toContain('was open to other accounts');

      const elders = join(map, 'elders');
      writeFileSync(elders, '', { mode: 0o644 });
      chmodSync(elders, 0o644);
      symlinkSync(elders, join(dataDir, 'redis', 'naar-elders'));
      const wide = all(dataDir);
      for (const { path } of wide) chmodSync(path, statSync(path).isDirectory() ? 0o777 : 0o666);
      await gateway.start();
      expect(open(dataDir)).toEqual([]);
      expect(statSync(elders).mode & 0o777, 'what a link points at is not ours').toBe(0o644);
      const told = gateway.log.split('\n').filter((line) => line.includes('was open to other accounts'));
      expect(told).toHaveLength(1);
      expect(JSON.parse(told[0] ?? '')).toMatchObject({ level: 'warn', mended: wide.length });
    } finally {
      await gateway.remove();
    }
  });
});
