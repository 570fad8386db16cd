import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../servers/gateway.ts';
import { ROOT, vergelijkbaar, voorbeelden } from './readme.ts';

describe('the README', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await TestGateway.start({ env: { IJW_BEHEERDER_SLEUTEL: 'een-lang-geheim-van-u' } });
  });
  afterAll(() => gateway?.remove());

  it('prints what its commands print', async () => {
    const stappen = voorbeelden('README.md');
    expect(stappen.length).toBeGreaterThan(5);
    const uitvoer = await speel(stappen.map(({ opdracht }) => opdracht.replace('http://127.0.0.1:8080', gateway.url)));
    expect(uitvoer.map(vergelijkbaar)).toEqual(stappen.map((stap) => vergelijkbaar(stap.uitvoer)));
  });

  it('names every variable of the configuration', () => {
    const gelezen = readFileSync(join(ROOT, 'src/config/controle.ts'), 'utf8').matchAll(/^ {2}([A-Z_]+): \{/gm);
    const genoemd = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)];
    expect(genoemd.map(([, naam]) => naam).toSorted()).toEqual([...gelezen].map(([, naam]) => naam).toSorted());
  });
});

it.each(['README.md', 'samples/README.md', 'docs/api.md', 'docs/bediening.md', 'docs/bevindingen.md'])(
  'every link in %s leads somewhere',
  (bestand) => {
    const tekst = readFileSync(join(ROOT, bestand), 'utf8');
    const paden = [...tekst.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, pad = '']) => pad);
    expect(paden.filter((pad) => !existsSync(join(ROOT, bestand, '..', pad)))).toEqual([]);
  },
);

const GRENS = '=== volgende ===';

/** All commands in one shell, as a reader would give them; the output of each. */
function speel(opdrachten: readonly string[]): Promise<string[]> {
  const script = opdrachten.map((opdracht) => `${opdracht}\nprintf '\\n${GRENS}\\n'\n`).join('');
  return new Promise((klaar) => {
    execFile('bash', ['-c', script], { cwd: ROOT }, (_fout, stdout) => klaar(stdout.split(GRENS).slice(0, -1)));
  });
}
