import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check.ts';
import { BSN, jw305 } from '../xml/voorbeeld.ts';

let map = '';

beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'ijw-check-'));
  mkdirSync(join(map, 'diep', 'dieper'), { recursive: true });
  mkdirSync(join(map, 'leeg'));
  const schrijf = (naam: string, inhoud: string | Uint8Array) => writeFileSync(join(map, naam), inhoud);
  schrijf('a-goed.xml', jw305());
  schrijf('b-poort.xml', '<a/>');
  schrijf('c-xsd.XML', jw305({ bsn: '12' }));
  schrijf('diep/d-inhoud.xml', jw305({ bsn: `${BSN.slice(0, 8)}7` }));
  schrijf('diep/dieper/e-goed.xml', jw305());
  schrijf('diep/leesmij.txt', 'geen bericht');
  schrijf('z-groot.xml', new Uint8Array(25 * 2 ** 20 + 10).fill(0x20));
  symlinkSync(map, join(map, 'diep', 'kring'));
});
afterAll(() => rmSync(map, { recursive: true, force: true }));

async function draai(...args: string[]): Promise<{ code: number; regels: string[]; fout: string }> {
  let uit = '';
  let fout = '';
  const code = await runCheck(args, {
    regel: (tekst) => {
      uit += tekst;
    },
    fout: (tekst) => {
      fout += tekst;
    },
  });
  return { code, regels: uit.split('\n').slice(0, -1), fout };
}

describe('check --json', () => {
  it('writes one object a line, for a folder and all below it', async () => {
    const { code, regels, fout } = await draai('--json', map);
    expect([code, fout]).toEqual([1, '']);
    const gelezen = regels.map((regel) => JSON.parse(regel));
    expect(gelezen.map((t) => [t.file, t.type, t.release, t.geldig, t.niveau])).toEqual([
      [join(map, 'a-goed.xml'), 'JW305', '3.2', true, null],
      [join(map, 'b-poort.xml'), null, null, false, 0],
      [join(map, 'c-xsd.XML'), 'JW305', '3.2', false, 1],
      [join(map, 'diep/d-inhoud.xml'), 'JW305', '3.2', false, 2],
      [join(map, 'diep/dieper/e-goed.xml'), 'JW305', '3.2', true, null],
      [join(map, 'z-groot.xml'), null, null, false, 0],
    ]);
    for (const toets of gelezen) {
      expect(Object.keys(toets)).toEqual(['file', 'type', 'release', 'geldig', 'niveau', 'bevindingen']);
      expect(toets.bevindingen.length === 0).toBe(toets.geldig);
    }
    expect(gelezen[5].bevindingen[0].regel).toBe('POORT-GROOTTE');
  });

  it('gives level 2 its place in the file', async () => {
    const { regels } = await draai('--json', join(map, 'diep/d-inhoud.xml'));
    const lijn =
      jw305()
        .split('\n')
        .findIndex((r) => r.includes(':Bsn>')) + 1;
    const [bevinding] = JSON.parse(regels[0] ?? '').bevindingen;
    expect(bevinding).toMatchObject({
      niveau: 2,
      regel: 'CS002',
      retourcode: '0001',
      pad: '/Bericht/Client/Bsn',
      lijn,
      kolom: 5,
    });
    expect(bevinding.melding).not.toContain(BSN.slice(0, 6));
  });
});

describe('the exit code', () => {
  it.each<[string, number, () => string[]]>([
    ['0 when all is accepted', 0, () => [join(map, 'a-goed.xml'), join(map, 'diep/dieper')]],
    ['1 when something is rejected', 1, () => ['--json', join(map, 'a-goed.xml'), join(map, 'b-poort.xml')]],
    ['2 when a path is not there', 2, () => [join(map, 'a-goed.xml'), join(map, 'weg.xml')]],
    ['2 without a path', 2, () => ['--json']],
    ['2 on an unknown option', 2, () => ['--yaml', join(map, 'a-goed.xml')]],
    ['2 when there is nothing to check', 2, () => [join(map, 'leeg')]],
  ])('is %s', async (_, code, args) => {
    expect((await draai(...args())).code).toBe(code);
  });

  it('of an unreadable path leaves the others judged', async () => {
    const { code, regels, fout } = await draai('--json', join(map, 'weg.xml'), join(map, 'a-goed.xml'));
    expect([code, regels.length]).toEqual([2, 1]);
    expect(fout).toContain('weg.xml: bestaat niet');
  });
});

it('tells people in Dutch what is wrong and where', async () => {
  const { regels } = await draai(join(map, 'c-xsd.XML'), join(map, 'a-goed.xml'));
  expect(regels[0]).toMatch(/c-xsd\.XML: JW305 \(iJW 3\.2\), afgekeurd op niveau 1/);
  expect(regels[1]).toMatch(/^ {2}fout regel \d+, kolom 5 XSD \/Bericht\/Client\/Bsn: .*precies 9 cijfers/);
  expect(regels.slice(-2)).toEqual([
    expect.stringMatching(/a-goed\.xml: JW305 \(iJW 3\.2\), geldig/),
    '2 getoetst: 1 geldig, 1 afgekeurd',
  ]);
});
