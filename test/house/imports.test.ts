import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Imports go one way: each folder may import from itself and from those below it. */
const LAGEN = [
  ['cli'],
  ['assemble'],
  ['dashboard', 'notices'],
  ['api', 'connectors'],
  ['gateway'],
  ['bundle', 'sheets'],
  ['metrics'],
  ['services'],
  ['queue'],
  ['lanes'],
  ['judging'],
  ['channels'],
  ['outbox'],
  ['store'],
  ['happenings'],
  ['access'],
  ['verdict'],
  ['samples'],
  ['replies'],
  ['requests'],
  ['rules'],
  ['signaalbudget'],
  ['dossier'],
  ['reports'],
  ['agreements'],
  ['xml'],
  ['findings'],
  ['standard'],
  // A package of its own inside this one: nothing of the gateway comes in, and the gateway has no use for it.
  ['client'],
];
/** Used from anywhere in the shell, importing nothing of ours but each other. */
const RAND = ['config', 'faults', 'log'];
/** Pure: no clock, no I/O, no randomness. `standard` may read the package's own schemas. */
const KERN = [
  'verdict',
  'replies',
  'requests',
  'rules',
  'samples',
  'signaalbudget',
  'dossier',
  'reports',
  'agreements',
  'xml',
  'findings',
  'standard',
];

const SRC = resolve(import.meta.dirname, '../../src');

interface Bestand {
  readonly pad: string;
  readonly map: string;
  readonly tekst: string;
}

const bestanden: Bestand[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((naam) => /\.tsx?$/.test(naam))
  .map((naam) => ({ pad: naam, map: naam.split('/')[0] ?? '', tekst: readFileSync(join(SRC, naam), 'utf8') }));

function hoogte(map: string): number {
  return LAGEN.findIndex((laag) => laag.includes(map));
}

function imports(bestand: Bestand): string[] {
  const gevonden = bestand.tekst.matchAll(/(?:from|import\()\s*'([^']+)'/g);
  return [...gevonden].map((m) => m[1] ?? '');
}

describe('imports', () => {
  it('has a place for every folder', () => {
    const mappen = new Set(bestanden.filter((b) => b.pad.includes('/')).map((b) => b.map));
    expect([...mappen].filter((map) => hoogte(map) < 0 && !RAND.includes(map))).toEqual([]);
  });

  it('keeps the client on modules of Node, and out of the gateway', () => {
    const van = bestanden.filter((b) => b.map === 'client');
    expect(van.flatMap(imports).filter((i) => !/^(?:node:|\.\/)/.test(i))).toEqual([]);
    expect(bestanden.filter((b) => b.map !== 'client' && /\/client\//.test(imports(b).join('\n')))).toEqual([]);
    expect(van.length).toBeGreaterThan(4);
  });

  it('goes one way', () => {
    const fout: string[] = [];
    let gezien = 0;
    for (const bestand of bestanden) {
      for (const doel of imports(bestand).filter((i) => i.startsWith('.'))) {
        const map = relative(SRC, resolve(SRC, dirname(bestand.pad), doel)).split('/')[0] ?? '';
        if (map === bestand.map || map === '..') continue;
        gezien++;
        const omlaag = RAND.includes(map) ? !KERN.includes(bestand.map) : hoogte(bestand.map) < hoogte(map);
        if (!omlaag) fout.push(`${bestand.pad} → ${doel}`);
      }
    }
    expect(fout).toEqual([]);
    expect(gezien).toBeGreaterThan(100);
  });
});

describe('one door', () => {
  const deuren = bestanden.filter((b) => ['api', 'dashboard', 'connectors'].includes(b.map));

  it('keeps the store behind it: no way in imports it or calls it', () => {
    const doelen = (b: Bestand) => imports(b).map((i) => relative(SRC, resolve(SRC, dirname(b.pad), i)).split('/')[0]);
    expect(deuren.filter((b) => doelen(b).includes('store') || b.tekst.includes('store.')).map((b) => b.pad)).toEqual(
      [],
    );
    expect(deuren.length).toBeGreaterThan(30);
  });

  it('shows everything to the lanes, the outbox and commands that were put, and to nobody else', () => {
    const alles = bestanden.filter((b) => /systemScope\(\)/.test(b.tekst)).map((b) => b.pad);
    expect(alles.toSorted()).toEqual([
      'access/scope.ts',
      'gateway/put-command.ts',
      'lanes/commands/besluit.ts',
      'lanes/commands/grant.ts',
      'lanes/commands/request-session.ts',
      'outbox/outbox.ts',
    ]);
  });
});

describe('circles', () => {
  const doelenVan = new Map(
    bestanden.map((b) => [
      b.pad,
      imports(b)
        .filter((i) => i.startsWith('.'))
        .map((i) => relative(SRC, resolve(SRC, dirname(b.pad), i))),
    ]),
  );

  /** The way from a file back to itself, types included; empty when there is none. */
  function kring(begin: string): string[] {
    const gezien = new Set<string>();
    const wegen = (doelenVan.get(begin) ?? []).map((doel) => [begin, doel]);
    for (let weg = wegen.pop(); weg !== undefined; weg = wegen.pop()) {
      const hier = weg.at(-1) ?? '';
      if (hier === begin) return weg;
      if (gezien.has(hier)) continue;
      gezien.add(hier);
      for (const doel of doelenVan.get(hier) ?? []) wegen.push([...weg, doel]);
    }
    return [];
  }

  it('has none, not even of types', () => {
    expect(bestanden.map((b) => kring(b.pad).join(' → ')).filter((weg) => weg !== '')).toEqual([]);
  });
});

describe('the core', () => {
  const kern = bestanden.filter((b) => KERN.includes(b.map));

  it('reads no clock and uses no randomness', () => {
    const verboden =
      /Date\.now\(|new Date\(\)|performance\.|Math\.random|random[A-Z]|getRandomValues|generateKey|process\.(?!cwd)|setTimeout|setInterval/;
    expect(kern.filter((b) => verboden.test(b.tekst)).map((b) => b.pad)).toEqual([]);
  });

  it('does no I/O but reading its own schemas', () => {
    const invoer = /^node:(?!(?:util|buffer|crypto)$)/;
    const metIO = kern.filter((b) => imports(b).some((i) => invoer.test(i))).map((b) => b.pad);
    expect(metIO.filter((pad) => !pad.startsWith('standard/'))).toEqual([]);
  });
});

describe('the house', () => {
  it('keeps every file short and the median small', () => {
    const eigen = bestanden.filter((b) => !b.pad.includes('generated'));
    const regels = eigen.map((b) => b.tekst.split('\n').length - 1).sort((a, b) => a - b);
    expect(eigen.filter((b) => b.tekst.split('\n').length - 1 > 400).map((b) => b.pad)).toEqual([]);
    expect(regels[Math.floor(regels.length / 2)]).toBeLessThanOrEqual(90);
  });

  it('gives each exported type a name of its own', () => {
    const waar = new Map<string, string[]>();
    for (const { pad, tekst } of bestanden.filter((b) => !b.pad.includes('generated'))) {
      for (const [, naam = ''] of tekst.matchAll(/^export (?:abstract )?(?:interface|type|class|enum) (\w+)/gm)) {
        waar.set(naam, [...(waar.get(naam) ?? []), pad]);
      }
    }
    expect([...waar].filter(([, paden]) => paden.length > 1)).toEqual([]);
    expect(waar.size).toBeGreaterThan(200);
  });

  it('keeps folders small enough to read at a glance', () => {
    const perMap = new Map<string, number>();
    for (const { pad } of bestanden) perMap.set(dirname(pad), (perMap.get(dirname(pad)) ?? 0) + 1);
    expect([...perMap].filter(([, aantal]) => aantal > 25)).toEqual([]);
  });

  it('says at the head of each folder, in two lines, what lives there', () => {
    const mappen = new Set(
      bestanden.map((b) => dirname(b.pad)).filter((map) => map !== '.' && !map.includes('generated')),
    );
    const kop = (map: string): string => {
      const pad = join(SRC, map, 'README.md');
      return existsSync(pad) ? readFileSync(pad, 'utf8') : '';
    };
    expect([...mappen].filter((map) => kop(map).trim().split('\n').length !== 2)).toEqual([]);
  });

  it('names no path of the machine it was made on', () => {
    expect(bestanden.filter((b) => /\/work\/|\.library/.test(b.tekst)).map((b) => b.pad)).toEqual([]);
  });
});
