import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { valideerAfspraken } from '../../src/agreements/valideer.ts';
import { toets } from '../../src/cli/check/toets.ts';
import { generate } from '../../src/cli/generate.ts';
import { REGELS } from '../../src/rules/catalogue.ts';

let map = '';
const uitvoer = { uit: '', fout: '' };

beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'ijw-generate-'));
  Object.assign(uitvoer, { uit: '', fout: '' });
  vi.spyOn(process.stdout, 'write').mockImplementation((stuk) => {
    uitvoer.uit += typeof stuk === 'string' ? stuk : new TextDecoder().decode(stuk);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((stuk) => {
    uitvoer.fout += String(stuk);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(map, { recursive: true });
});

const lees = (...pad: string[]) => readFileSync(join(map, ...pad));
const leesJson = (...pad: string[]) => JSON.parse(lees(...pad).toString('utf8'));

/** Every file below a folder, with its bytes. */
function inhoudVan(waar: string): Map<string, string> {
  const paden = readdirSync(waar, { recursive: true }).map(String).sort();
  return new Map(
    paden.filter((p) => statSync(join(waar, p)).isFile()).map((p) => [p, readFileSync(join(waar, p), 'base64')]),
  );
}

describe('generate --rule', () => {
  it('writes the set of one rule, which check agrees with', async () => {
    expect(await generate(['--rule', 'TR358', '--uit', map, '--datum', '2026-11-21'])).toBe(0);
    const hier = ['TR358', 'JW323-3.2'];
    const set = leesJson(...hier, 'set.json');
    expect(set).toMatchObject({
      regel: 'TR358',
      bericht: 'JW323',
      datum: '2026-11-21',
      verwacht: { regels: ['TR358'] },
    });
    expect(set.fout).toEqual([
      { bestand: 'fout/1-JW301.xml', type: 'JW301', afzender: '0362' },
      { bestand: 'fout/2-JW323.xml', type: 'JW323', afzender: '42420001' },
    ]);
    expect(toets('x', lees(...hier, 'fout/2-JW323.xml'))).toMatchObject({
      niveau: 2,
      bevindingen: [{ regel: 'TR358', retourcode: '0001' }],
    });
    expect(toets('x', lees(...hier, 'goed/2-JW323.xml'))).toMatchObject({ geldig: true, bevindingen: [] });
    expect(valideerAfspraken(leesJson(...hier, 'afspraken.json'))).toMatchObject({ kind: 'valid' });
  });

  it('writes every rule, with agreements that hold, and the same bytes again', async () => {
    const [eerste, tweede] = [join(map, 'a'), join(map, 'b')];
    for (const uit of [eerste, tweede])
      expect(await generate(['--rule', 'all', '--uit', uit, '--datum', '2027-03-31'])).toBe(0);
    const doorXsd = ['CS015', 'CS025', 'CS319'];
    expect(readdirSync(eerste).sort()).toEqual([...new Set([...REGELS.map((r) => r.code), ...doorXsd])].sort());
    const [een, twee] = [inhoudVan(eerste), inhoudVan(tweede)];
    expect(een.size).toBeGreaterThan(1000);
    expect(een).toEqual(twee);
    const bladen = [...een].filter(([pad]) => pad.endsWith('afspraken.json')).map(([, bytes]) => bytes);
    for (const bytes of new Set(bladen)) {
      const gekeurd = valideerAfspraken(JSON.parse(Buffer.from(bytes, 'base64').toString('utf8')));
      expect(gekeurd).toMatchObject({ kind: 'valid' });
    }
  });

  it('shows a rule that the schema holds as what it is', async () => {
    expect(await generate(['--rule', 'cs319', '--uit', map])).toBe(0);
    expect(leesJson('CS319', 'JW323-3.2', 'set.json').verwacht).toEqual({
      regels: ['XSD'],
      pad: '/Bericht/Declaratie/DeclaratieNummer',
    });
    expect(toets('x', lees('CS319', 'JW323-3.2', 'fout/1-JW323.xml'))).toMatchObject({ niveau: 1 });
  });

  it('without a folder gives the failing message, and says when others belong to it', async () => {
    expect(await generate(['--rule', 'CD085'])).toBe(0);
    expect(toets('x', Buffer.from(uitvoer.uit)).bevindingen.map((b) => b.regel)).toEqual(['CD085']);
    expect(uitvoer.fout).toContain('--uit');
  });

  it.each([
    [['--rule', 'TR999'], 'niet bekend'],
    [['--rule', 'TR358', 'JW323'], 'Gebruik'],
    [['--rule', 'TR358', '--datum', '2026-02-30'], 'Gebruik'],
    [['--rule', 'TR358', '--datum', '2026-01-31'], 'Gebruik'],
    [['--rule', 'TR358', '--gemeente', '0370'], 'Gebruik'],
    [['--rule'], 'Gebruik'],
    [[], 'Gebruik'],
  ])('refuses wrong use: %j', async (args, zegt) => {
    expect(await generate(args)).toBe(2);
    expect(uitvoer).toMatchObject({ uit: '', fout: expect.stringContaining(zegt) });
  });
});
