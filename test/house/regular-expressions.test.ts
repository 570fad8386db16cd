import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { literalsVan } from './regex-scan.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface Patroon {
  readonly waar: string;
  readonly bron: string;
  readonly vlaggen: string;
}

function bestanden(map: string, einde: string): { pad: string; tekst: string }[] {
  return readdirSync(join(ROOT, map), { recursive: true, encoding: 'utf8' })
    .filter((naam) => naam.endsWith(einde))
    .map((naam) => ({ pad: join(map, naam), tekst: readFileSync(join(ROOT, map, naam), 'utf8') }));
}

const bronnen = bestanden('src', '.ts');
const scripts = bestanden('scripts', '.mjs');

function inDeBron(): Patroon[] {
  return [...bronnen, ...scripts].flatMap(({ pad, tekst }) =>
    literalsVan(tekst).map(({ bron, vlaggen, regel }) => ({ waar: `${pad}:${regel}`, bron, vlaggen })),
  );
}

/** Patterns that are put together from pieces: seen while their module is loaded. */
async function samengesteld(): Promise<Patroon[]> {
  const gezien: Patroon[] = [];
  const echt = RegExp;
  const wacht = new Proxy(echt, {
    construct(doel, [bron, vlaggen]: [string | RegExp, string?]) {
      const regex = new doel(bron, vlaggen);
      gezien.push({ waar: 'put together', bron: regex.source, vlaggen: regex.flags });
      return regex;
    },
  });
  vi.stubGlobal('RegExp', wacht);
  vi.resetModules();
  for (const { pad } of metConstructor()) await import(join(ROOT, pad));
  vi.unstubAllGlobals();
  return gezien;
}

/** Makes its patterns from those of the schemas, which are looked at below. */
const UIT_DE_SCHEMAS = 'src/standard/leaf-check.ts';

const metConstructor = () => bronnen.filter(({ pad, tekst }) => pad !== UIT_DE_SCHEMAS && /\bRegExp\(/.test(tekst));

/** What ajv compiles (flag u), and what libxml2 compiles, anchored as XSD has it. */
function inDeSchemas(): Patroon[] {
  const json = bestanden('schemas', '.json').flatMap(({ pad, tekst }) => patronenIn(JSON.parse(tekst), pad));
  const xsd = bestanden('schemas', '.xsd').flatMap(({ pad, tekst }) =>
    [...tekst.matchAll(/<xs:pattern value="([^"]*)"/g)].map(([, bron = '']) => ({
      waar: pad,
      bron: `^(?:${bron})$`,
      vlaggen: 'u',
    })),
  );
  return [...json, ...xsd];
}

function patronenIn(knoop: unknown, waar: string): Patroon[] {
  if (typeof knoop !== 'object' || knoop === null) return [];
  return Object.entries(knoop).flatMap(([naam, waarde]) =>
    naam === 'pattern' && typeof waarde === 'string'
      ? [{ waar, bron: waarde, vlaggen: 'u' }]
      : patronenIn(waarde, waar),
  );
}

const ZOEKEN = { timeout: 60_000, checker: 'fuzz', randomSeed: 1, maxIteration: 2, incubationLimit: 5_000 } as const;

/**
 * A proof by automaton, and only where a pattern looks ahead, which that cannot follow, a search for an attack. By the binary
 * of the checker where npm installed one that runs here, which takes a quarter of the time; else by the same program in
 * JavaScript. Java is never started.
 */
async function checker() {
  const { check } = await import('recheck');
  vi.stubEnv('RECHECK_BACKEND', 'native');
  await check('a', '').catch(() => vi.stubEnv('RECHECK_BACKEND', 'pure'));
  return async ({ bron, vlaggen }: Pick<Patroon, 'bron' | 'vlaggen'>) => {
    const bewijs = await check(bron, vlaggen, { timeout: 60_000, checker: 'automaton', maxNFASize: 1_000_000 });
    return bewijs.status === 'unknown' ? check(bron, vlaggen, ZOEKEN) : bewijs;
  };
}

describe('the scanner', () => {
  it('finds literals, and nothing else', () => {
    const bron = [
      'const a = /x[/]y/g; // not /this/',
      "const b = '/nor/' + `/this/ $" + '{/but/i.test(a) ? {} : 1 / 2 / 3} /not/`;',
      'return /\\/this\\//u /* not /this/ */;',
      'f(a / b, c[0] / d, (e) / g); x = y.replace(/z/, 1) / 4;',
    ].join('\n');
    expect(literalsVan(bron).map((l) => `${l.regel}:${l.bron}:${l.vlaggen}`)).toEqual([
      '1:x[/]y:g',
      '2:but:i',
      '3:\\/this\\/:u',
      '4:z:',
    ]);
  });
});

describe('every regular expression', { timeout: 300_000 }, () => {
  it('is found, and none backtracks catastrophically', async () => {
    const literals = inDeBron();
    const delen = await samengesteld();
    const schemas = inDeSchemas();
    const alle = [...literals, ...delen, ...schemas];
    const uniek = [...new Map(alle.map((p) => [`/${p.bron}/${p.vlaggen}`, p])).values()];
    console.log(
      `${literals.length} literals, ${delen.length} put together, ${schemas.length} in schemas: ${uniek.length} different`,
    );

    expect(delen).toHaveLength(
      metConstructor().reduce((n, { tekst }) => n + (tekst.match(/\bRegExp\(/g)?.length ?? 0), 0),
    );
    expect(literals.length).toBeGreaterThan(60);
    expect(schemas.length).toBeGreaterThan(200);

    const check = await checker();
    const fout: string[] = [];
    for (const patroon of uniek) {
      const t0 = Date.now();
      const { status } = await check(patroon);
      if (Date.now() - t0 > 300) console.log(Date.now() - t0, patroon.waar, patroon.bron);
      if (status !== 'safe') fout.push(`${status} ${patroon.waar} /${patroon.bron}/${patroon.vlaggen}`);
    }
    expect(fout).toEqual([]);
  });

  it.each(['^(a+)+$', '^([.\\s]*\\S+[.\\s]*)+!', '\\s+$', '\\s+(?=y)', '<!--[^]*?-->'])(
    'would be caught: %s',
    async (bron) => {
      const check = await checker();
      expect((await check({ bron, vlaggen: '' })).status).toBe('vulnerable');
    },
  );
});
