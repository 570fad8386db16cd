import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agreements } from '../../src/cli/agreements.ts';
import { generate } from '../../src/cli/generate.ts';
import { replay } from '../../src/cli/replay.ts';
import { serve } from '../../src/cli/serve.ts';
import { vertel, why } from '../../src/cli/why.ts';
import { PACKAGE_ROOT } from '../../src/standard/schema-files.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';

interface Gevraagd {
  readonly wat: string;
  readonly sleutel: string | undefined;
  readonly body: string;
  readonly ifMatch?: string;
}

let server: Server;
let gevraagd: Gevraagd[] = [];
let antwoorden: Record<string, [number, unknown]> = {};
let uit = '';
let fout = '';

beforeEach(async () => {
  gevraagd = [];
  antwoorden = {};
  uit = '';
  fout = '';
  server = createServer(async (vraag, antwoord) => {
    const wat = `${vraag.method} ${vraag.url}`;
    let body = '';
    for await (const stuk of vraag) body += stuk;
    const ifMatch = vraag.headers['if-match'];
    gevraagd.push({ wat, sleutel: vraag.headers.authorization, body, ...(ifMatch === undefined ? {} : { ifMatch }) });
    const [status, inhoud] = antwoorden[wat] ?? [404, { detail: 'Dit bestaat niet.' }];
    antwoord.writeHead(status, { connection: 'close', etag: '"7"' }).end(JSON.stringify(inhoud));
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const adres = server.address();
  vi.stubEnv('IJW_URL', `http://127.0.0.1:${typeof adres === 'object' ? adres?.port : 0}/`);
  vi.stubEnv('IJW_SLEUTEL', 'de-sleutel');
  vi.spyOn(process.stdout, 'write').mockImplementation((tekst) => {
    uit += String(tekst);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((tekst) => {
    fout += String(tekst);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  server.close();
});

describe('agreements', () => {
  it('exports and imports', async () => {
    antwoorden = { 'GET /api/v1/afspraken': [200, { versie: 'x' }], 'PUT /api/v1/afspraken': [200, { versie: 'y' }] };
    expect(await agreements(['export'])).toBe(0);
    expect(JSON.parse(uit)).toEqual({ versie: 'x' });
    const map = mkdtempSync(join(tmpdir(), 'ijw-test-'));
    writeFileSync(join(map, 'a.json'), '{"versie":"y"}');
    expect(await agreements(['import', join(map, 'a.json')])).toBe(0);
    expect(gevraagd.at(-1)).toEqual({
      wat: 'PUT /api/v1/afspraken',
      sleutel: 'Bearer de-sleutel',
      body: '{"versie":"y"}',
    });
    antwoorden = {
      'PUT /api/v1/afspraken': [
        422,
        { detail: 'Niet overgenomen.', fouten: [{ pointer: '/versie', melding: 'Leeg.' }] },
      ],
    };
    expect(await agreements(['import', join(map, 'a.json')])).toBe(1);
    expect(fout).toBe('Niet overgenomen.\n  /versie: Leeg.\n');
    rmSync(map, { recursive: true });
  });

  it('takes a spreadsheet into what is in force, and only over that', async () => {
    const document = voorbeeldDocument();
    antwoorden = { 'GET /api/v1/afspraken': [200, document], 'PUT /api/v1/afspraken': [200, { versie: 'y' }] };
    const map = mkdtempSync(join(tmpdir(), 'ijw-test-'));
    const kop = 'Contract;Regime;Aanbieder;Rol;Geldig van;Geldig tot;Product;Tarief;Tariefeenheid';
    const schrijf = (tarief: string) =>
      writeFileSync(join(map, 'c.csv'), `${kop}\nC2;NIEUW;42420001;hoofdaannemer;01-01-2025;;45A01;${tarief};01\n`);
    schrijf('1,80');
    expect(await agreements(['import', join(map, 'c.csv')])).toBe(0);
    expect(gevraagd.at(-1)).toMatchObject({ wat: 'PUT /api/v1/afspraken', ifMatch: '"7"' });
    expect(JSON.parse(gevraagd.at(-1)?.body ?? '').contracten.at(-1)).toMatchObject({ nummer: 'C2', geldigTot: null });
    schrijf('veel');
    expect(await agreements(['import', join(map, 'c.csv')])).toBe(1);
    expect(fout).toContain("c.csv, rij 2, kolom Tarief, contract C2: 'veel' is geen bedrag.");
    expect(await agreements(['validate', join(map, 'c.csv')])).toBe(2);
    writeFileSync(join(map, 'c.xlsx'), 'PK');
    expect(await agreements(['import', join(map, 'c.xlsx')])).toBe(2);
    rmSync(map, { recursive: true });
  });

  it('tells what an import would change, and checks a document without a gateway', async () => {
    antwoorden = { 'PUT /api/v1/afspraken?proef=true': [200, { proef: true }] };
    const map = mkdtempSync(join(tmpdir(), 'ijw-test-'));
    writeFileSync(join(map, 'a.json'), '{"versie":"y"}');
    expect(await agreements(['import', '--proef', join(map, 'a.json')])).toBe(0);
    expect(gevraagd.at(-1)?.wat).toBe('PUT /api/v1/afspraken?proef=true');
    uit = '';
    expect(await agreements(['validate', join(map, 'a.json')])).toBe(1);
    expect(uit).toMatch(/\nOnjuist: \d+ fouten\.\n$/);
    uit = '';
    expect(await agreements(['validate', join(PACKAGE_ROOT, 'samples', 'afspraken.json')])).toBe(0);
    expect(uit).toMatch(/Juist; \d+ waarschuwingen\.\n$/);
    expect(gevraagd).toHaveLength(1);
    expect(await agreements(['export', '--proef'])).toBe(2);
    rmSync(map, { recursive: true });
  });

  it('says what is wrong with how it was called', async () => {
    expect(await agreements([])).toBe(2);
    expect(await agreements(['import'])).toBe(2);
    expect(await agreements(['import', '/bestaat/niet.json'])).toBe(2);
    vi.stubEnv('IJW_URL', 'http://127.0.0.1:1');
    expect(await agreements(['export'])).toBe(2);
    expect(fout).toContain('Geen gateway bereikbaar');
  });
});

describe('replay', () => {
  it('asks for each message and counts what was refused', async () => {
    antwoorden = { 'POST /api/v1/berichten/a/replay': [202, {}], 'POST /api/v1/berichten/c%2Fd/replay': [202, {}] };
    expect(await replay(['a', 'c/d'])).toBe(0);
    expect(await replay(['a', 'b'])).toBe(1);
    expect(uit).toContain('2 gevraagd, 1 wachten, 1 geweigerd');
    expect(fout).toContain('b: Dit bestaat niet.');
    expect(await replay([])).toBe(2);
  });
});

const BERICHT = {
  id: 'm',
  type: 'JW315',
  release: '3.2',
  afzender: '42420001',
  ontvanger: '0362',
  regio: 'AA',
  status: 'afgekeurd',
  ontvangenOp: '2026-01-02T10:00:00Z',
  beoordeeldOp: null,
  bevindingen: [
    {
      niveau: 3,
      regel: 'TR347',
      retourcode: '9347',
      ernst: 'fout',
      pad: '/Bericht/Client',
      lijn: 7,
      kolom: 3,
      melding: 'Al gebruikt.',
    },
  ],
  antwoorden: [{ id: 'n', type: 'JW316', ontvanger: '42420001' }],
  afleveringen: [{ partij: '42420001', status: 'wacht', op: '2026-01-02T10:00:01Z' }],
  inAntwoordOp: 'l',
} as const;

describe('why', () => {
  it('tells what came of a message', async () => {
    antwoorden = { 'GET /api/v1/berichten/m': [200, BERICHT] };
    expect(await why(['m'])).toBe(0);
    expect(uit.split('\n')).toEqual([
      'JW315 (iJW 3.2) van 42420001 aan 0362: afgekeurd',
      '  ontvangen 2026-01-02T10:00:00Z, beoordeeld nog niet, regio AA',
      '  antwoord op l',
      '  fout TR347 (9347) in /Bericht/Client, regel 7:3: Al gebruikt.',
      '  → JW316 aan 42420001 (n)',
      '  afgeleverd aan 42420001: wacht 2026-01-02T10:00:01Z',
      '',
    ]);
    expect(await why(['x'])).toBe(1);
    expect(await why([])).toBe(2);
  });

  it('lets no message steer the terminal', () => {
    const verhaal = vertel({ ...BERICHT, afzender: '\u001b[2Jkwaad\u202e' });
    expect(verhaal).toContain('�[2Jkwaad�');
    for (const teken of ['\u001b', '\u202e']) expect(verhaal).not.toContain(teken);
  });
});

describe('serve and generate', () => {
  it('name every mistake and do not start', async () => {
    vi.stubEnv('PORT', 'x');
    vi.stubEnv('DATABASE_URL', '');
    vi.stubEnv('REDIS_URL', '');
    expect(await serve(['--role', 'worker'])).toBe(2);
    for (const naam of ['PORT', 'DATABASE_URL', 'REDIS_URL']) expect(fout).toContain(naam);
    expect(await serve(['--onbekend'])).toBe(2);
    expect(await serve(['teveel'])).toBe(2);
  });

  it('generate asks for types that exist in that release', async () => {
    expect(await generate([])).toBe(2);
    expect(await generate(['JW999'])).toBe(2);
    expect(await generate(['--release', '2.3', 'JW323'])).toBe(2);
    expect(await generate(['--aantal', '0', 'JW323'])).toBe(2);
    expect(uit).toBe('');
  });
});

describe('main', () => {
  it('shows what it can do', async () => {
    vi.restoreAllMocks();
    const roep = (...args: string[]) =>
      new Promise<{ code: number; uit: string; fout: string }>((klaar) => {
        const main = join(import.meta.dirname, '../../dist/src/cli/main.js');
        execFile(process.execPath, [main, ...args], (e, stdout, stderr) =>
          klaar({ code: typeof e?.code === 'number' ? e.code : 0, uit: stdout, fout: stderr }),
        );
      });
    const hulp = await roep('--help');
    expect([hulp.code, hulp.fout]).toEqual([0, '']);
    for (const naam of ['serve', 'check', 'agreements', 'why', 'replay', 'generate', 'rules', 'data'])
      expect(hulp.uit).toContain(naam);
    expect(await roep('constructor')).toEqual({
      code: 2,
      uit: '',
      fout: `Onbekende opdracht 'constructor'.\n\n${hulp.uit}`,
    });
    for (const naam of ['serve', 'check', 'agreements', 'why', 'replay', 'generate', 'rules', 'data']) {
      const een = await roep(naam, '--help');
      expect([een.code, een.fout]).toEqual([0, '']);
      expect(een.uit).toContain(`Gebruik: ijw-gateway ${naam}`);
    }
    expect((await roep('generate', '--aantal', '2', 'JW305')).uit.match(/<jw305:Bericht /g)).toHaveLength(2);
  });
});
