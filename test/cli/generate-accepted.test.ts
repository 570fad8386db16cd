import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import type { Started } from '../../src/assemble/start.ts';
import { generate } from '../../src/cli/generate.ts';
import { dagenVan, keten } from '../../src/samples/keten.ts';
import { kies } from '../../src/samples/keuze.ts';
import { voorbeeldBericht } from '../../src/samples/vul.ts';
import { BERICHT_TYPES, RELEASES } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { PACKAGE_ROOT } from '../../src/standard/schema-files.ts';
import { peekHeader } from '../../src/xml/read/header-peek.ts';
import { waardeVan } from '../../src/xml/tree.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { ontvang, oordeel, opstelling } from '../gateway/opstelling.ts';
import { InMemoryGateway } from '../rules/in-memory-gateway.ts';

const VOORBEELD = JSON.parse(
  readFileSync(join(PACKAGE_ROOT, 'samples', 'afspraken.json'), 'utf8'),
) as AfsprakenDocument;
const VANDAAG = '2026-11-27';

let map = '';
let fout = '';
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'ijw-generate-accepted-'));
});
afterAll(() => rmSync(map, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** Messages in the order of their names. */
async function gemaakt(...args: readonly string[]): Promise<{ code: number; bestanden: string[] }> {
  fout = '';
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockImplementation((tekst) => {
    fout += String(tekst);
    return true;
  });
  const uit = mkdtempSync(join(map, 'uit-'));
  const code = await generate([...args, '--uit', uit]);
  const paden = readdirSync(uit, { recursive: true, encoding: 'utf8' }).filter((naam) => naam.endsWith('.xml'));
  return { code, bestanden: paden.sort().map((pad) => join(uit, pad)) };
}

describe('by the gateway of the README', { timeout: 300_000 }, () => {
  const { database, start } = opstelling();
  let gateway: Started;
  beforeAll(async () => {
    gateway = await start(await database());
  }, 120_000);

  async function uitkomst(bestand: string): Promise<string> {
    const bytes = readFileSync(bestand);
    const peek = peekHeader(bytes);
    const id = await ontvang(gateway, peek.kind === 'message' ? peek.zender : '', bytes);
    const { type, status, bevindingen } = await oordeel(gateway, id);
    return [type, status, ...bevindingen.filter((b) => b.ernst === 'fout').map((b) => b.melding)].join(' ');
  }

  async function uitkomsten(bestanden: readonly string[]): Promise<string[]> {
    const alle: string[] = [];
    for (const bestand of bestanden) alle.push(await uitkomst(bestand));
    return alle;
  }

  it.each(RELEASES)('what every type of %s makes is accepted, where history allows', async (release) => {
    // A retour or declaratie-antwoord is refused of a party in whose name the gateway answers, whatever it says.
    const types = BERICHT_TYPES.filter(
      (type) => MESSAGES[type].aard === 'heen' && MESSAGES[type].releases.includes(release),
    );
    const { bestanden } = await gemaakt('--release', release, ...types);
    expect(await uitkomsten(bestanden)).toEqual(types.map((type) => `${type} goedgekeurd`));
  });

  it('a request by itself is granted', async () => {
    const { bestanden } = await gemaakt('JW315');
    const id = await ontvang(gateway, '42420001', readFileSync(bestanden[0] ?? ''));
    const { antwoorden } = await oordeel(gateway, id);
    expect(antwoorden.map((a) => a.type)).toEqual(['JW316', 'JW301']);
  });

  it('a chain is accepted message by message, and so is the next one', async () => {
    const { bestanden } = await gemaakt('keten', '--aantal', '2');
    const een = ['JW315', 'JW301', 'JW305', 'JW323', 'JW307'].map((type) => `${type} goedgekeurd`);
    expect(await uitkomsten(bestanden)).toEqual([...een, ...een]);
    const lijst = JSON.parse(readFileSync(join(bestanden[0] ?? '', '..', 'keten.json'), 'utf8'));
    expect(lijst[0]).toEqual({ bestand: '1-JW315.xml', type: 'JW315', afzender: '42420001' });
    expect(lijst[1]).toEqual({ bestand: '2-JW301.xml', type: 'JW301', afzender: '0362' });
  });
});

describe('every product of every contract', () => {
  const lopend = VOORBEELD.contracten.flatMap((contract) => {
    const regime = VOORBEELD.regimes.find((r) => r.code === contract.regime);
    const past = regime?.variant !== 'taakgericht' && contract.rol !== 'onderaannemer' && regime !== undefined;
    if (!past) return [];
    const vandaag = contract.geldigTot === null ? VANDAAG : '2020-06-15';
    return contract.producten.map(({ code }) => ({ code, contract, regime, vandaag }));
  });

  it.each(RELEASES)('gives a chain in %s that is accepted', (release) => {
    const geweigerd: string[] = [];
    let gezien = 0;
    for (const { code, contract, regime, vandaag } of lopend) {
      // The new messages came with 2021.
      if (release === '3.2' && vandaag < '2021') continue;
      const [gemeente] = regime.gemeenten;
      const wens = { gemeente, aanbieder: contract.aanbieder, product: code };
      const keuze = kies(VOORBEELD, wens, [dagenVan(vandaag).begin]);
      if (keuze === undefined) throw new Error(`no choice for ${code}`);
      const gateway = new InMemoryGateway(VOORBEELD, vandaag);
      gezien++;
      for (const bericht of keten(keuze, { bsn: '999900006', nummer: 12_345_678 }, release, vandaag)) {
        const { status, bevindingen } = gateway.ontvang(writeBericht(bericht)).verdict;
        if (status !== 'goedgekeurd')
          geweigerd.push(`${contract.nummer} ${code} ${bericht.type}: ${bevindingen.map((b) => b.melding).join(' ')}`);
      }
    }
    expect(geweigerd).toEqual([]);
    expect(gezien).toBeGreaterThan(40);
  });
});

describe('between parties who answer for themselves', () => {
  const eigen = <T>(partij: T) => ({ ...partij, retour: 'eigen' as const });
  const document = {
    ...VOORBEELD,
    aanbieders: VOORBEELD.aanbieders.map(eigen),
    gemeenten: VOORBEELD.gemeenten.map(eigen),
  };
  const keuze = kies(document, { gemeente: undefined, aanbieder: undefined, product: undefined }, [VANDAAG]);

  // One request at a time is open for a child.
  it.each([
    ['2.3', []],
    ['3.2', ['JW317', 'JW318', 'JW319', 'JW320']],
    ['3.2', ['JW315', 'JW316']],
  ] as const)('answers are accepted too: iJW %s without %j', (release, zonder: readonly string[]) => {
    if (keuze === undefined) throw new Error('no choice');
    const gateway = new InMemoryGateway(document, VANDAAG);
    const voorbeeld = { ...keuze, vandaag: VANDAAG, bsn: '999900006', volgnummer: 123_456_789 };
    const types = BERICHT_TYPES.filter((type) => MESSAGES[type].releases.includes(release) && !zonder.includes(type));
    const uitkomsten = types.map((type) => {
      const { status, bevindingen } = gateway.ontvang(writeBericht(voorbeeldBericht(type, release, voorbeeld))).verdict;
      return [type, status, ...bevindingen.map((b) => b.melding)].join(' ');
    });
    expect(uitkomsten).toEqual(types.map((type) => `${type} goedgekeurd`));
  });
});

describe('the agreements', () => {
  const product = (bestanden: readonly string[]) => {
    const tekst = readFileSync(bestanden[0] ?? '', 'utf8');
    return [
      /<ijw:Code>(\w+)</.exec(tekst)?.[1],
      /Afzender>(\d+)</.exec(tekst)?.[1],
      /Ontvanger>(\d+)</.exec(tekst)?.[1],
    ];
  };

  it('give product and parties, and the options choose among them', async () => {
    expect(product((await gemaakt('JW315')).bestanden)).toEqual(['AA01', '42420001', '0362']);
    expect(product((await gemaakt('--product', 'AV01', 'JW315')).bestanden)).toEqual(['AV01', '42420001', '0362']);
    const zw = await gemaakt('--gemeente', '0439', '--aanbieder', '42420002', 'JW315');
    expect(product(zw.bestanden)).toEqual(['ZB01', '42420002', '0439']);
  });

  it('may be a document of one’s own', async () => {
    const eigen = join(map, 'eigen.json');
    const [contract] = VOORBEELD.contracten.filter((c) => c.nummer === 'VB-AA-2022-001');
    if (contract === undefined) throw new Error('no contract');
    const producten = [{ code: 'AA02', tarief: 9999, tariefEenheid: '04' }];
    writeFileSync(eigen, JSON.stringify({ ...VOORBEELD, contracten: [{ ...contract, producten }] }));
    const { bestanden } = await gemaakt('--afspraken', eigen, 'JW323');
    const tekst = readFileSync(bestanden[0] ?? '', 'utf8');
    expect(tekst).toContain('ProductCode>AA02<');
    expect(tekst).toContain('ProductTarief>167<');
    expect(tekst).toContain('<ijw:Bedrag>9999<');
  });

  it.each([
    [['--product', 'ZZ99', 'JW315'], 'geen contract met product ZZ99'],
    [['--gemeente', '0518', 'JW315'], 'geen contract bij gemeente 0518'],
    [['--gemeente', '0363', 'keten'], 'geen contract bij gemeente 0363'],
    [['--aanbieder', '42420003', 'JW315'], 'geen contract van aanbieder 42420003'],
    [['--afspraken', '/bestaat/niet.json', 'JW315'], 'bestaat niet'],
    [['--gemeente', '362', 'JW315'], '--gemeente 362 is geen CBS-code'],
    [['--aantal', '0', 'JW315'], '--aantal 0 is geen getal'],
    [['--release', '2.3', 'JW323'], 'JW323 bestaat niet in iJW 2.3.'],
    [['--release', '3.1', 'JW323'], '--release 3.1 bestaat hier niet'],
    [['--datum', '2026-02-30', 'JW315'], '--datum 2026-02-30 is geen bestaande datum'],
    [['JW999'], 'JW999 is geen berichttype'],
    [['keten', 'JW315'], 'keten gaat niet samen'],
    [['--rule', 'TR322', '--product', 'AA01'], '--rule gaat niet samen met --product.'],
    [[], 'Noem ten minste één type'],
  ])('%j says what is wrong', async (args, zin) => {
    expect(await gemaakt(...args)).toEqual({ code: 2, bestanden: [] });
    expect(fout).toContain(zin);
  });

  it('a chain is of one child that has one birth date, and never in the future', () => {
    for (const vandaag of ['2026-01-01', '2024-02-29', '2026-03-31', VANDAAG]) {
      const keuze = kies(VOORBEELD, { gemeente: undefined, aanbieder: undefined, product: undefined }, [vandaag]);
      if (keuze === undefined) throw new Error('no choice');
      const berichten = keten(keuze, { bsn: '999900006', nummer: 12_345_678 }, '3.2', vandaag);
      const geboren = berichten.flatMap((b) => waardeVan(b.inhoud, 'Client/Geboortedatum/Datum') ?? []);
      expect([geboren.length, new Set(geboren).size]).toEqual([4, 1]);
      const dagen = berichten.map((b) => waardeVan(b.inhoud, 'Header/BerichtIdentificatie/Dagtekening') ?? '9');
      expect([...dagen].sort()).toEqual(dagen);
      expect(dagen.every((dag) => dag <= vandaag)).toBe(true);
    }
  });
});
