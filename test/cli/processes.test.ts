import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { jw305 } from '../xml/voorbeeld.ts';

const BIN = resolve(import.meta.dirname, '../../dist/src/cli/main.js');
let map = '';

beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'ijw-processes-'));
});
afterAll(() => rmSync(map, { recursive: true, force: true }));

interface Geroepen {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly invoer?: string;
  /** Closes the pipe of standard output at its first bytes, as `| head` does. */
  readonly dicht?: boolean;
}

function roep({ args, env = {}, invoer = '', dicht = false }: Geroepen) {
  return new Promise<{ code: number | null; uit: string; fout: string }>((klaar) => {
    const kind = spawn(process.execPath, [BIN, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
    let uit = '';
    let fout = '';
    kind.stdout.setEncoding('utf8').on('data', (tekst: string) => {
      uit += tekst;
      if (dicht) kind.stdout.destroy();
    });
    kind.stderr.setEncoding('utf8').on('data', (tekst: string) => {
      fout += tekst;
    });
    kind.on('close', (code) => klaar({ code, uit, fout }));
    kind.stdin.on('error', () => undefined).end(invoer);
  });
}

describe('a pipe that is closed', () => {
  it.each(['check', 'rules', 'generate'])('is no stack trace: %s', async (naam) => {
    const bestand = join(map, 'goed.xml');
    writeFileSync(bestand, jw305());
    const args = {
      check: ['check', '--json', ...Array.from({ length: 2000 }, () => bestand)],
      rules: ['rules', '--json'],
      generate: ['generate', '--aantal', '2000', 'JW305'],
    }[naam];
    const { fout } = await roep({ args: args ?? [], dicht: true });
    expect(fout).toBe('');
  });
});

it('check - reads a real standard input', async () => {
  const { code, uit } = await roep({ args: ['check', '--json', '-'], invoer: jw305() });
  expect([code, JSON.parse(uit)]).toMatchObject([0, { file: '-', geldig: true }]);
});

describe('a port that is taken', () => {
  let bezet: Server;
  let port = '';
  beforeAll(async () => {
    bezet = createServer();
    await new Promise<void>((klaar) => bezet.listen(0, '127.0.0.1', klaar));
    const adres = bezet.address();
    port = String(typeof adres === 'object' ? adres?.port : 0);
  });
  afterAll(() => new Promise((klaar) => bezet.close(klaar)));

  it('is said before a database, a Redis or a key is made', async () => {
    const dataDir = join(map, 'data');
    const { code, uit, fout } = await roep({ args: ['serve'], env: { PORT: port, DATA_DIR: dataDir } });
    expect([code, uit]).toEqual([2, '']);
    expect(fout).toContain(`Poort ${port} op 127.0.0.1 is al in gebruik`);
    expect(fout).not.toContain(' at ');
    expect(existsSync(dataDir)).toBe(false);
  });

  it('and an address that is not of this machine is told apart', async () => {
    const { code, fout } = await roep({ args: ['serve'], env: { HOST: '192.0.2.1', DATA_DIR: join(map, 'data') } });
    expect(code).toBe(2);
    expect(fout).toContain('HOST 192.0.2.1 is geen adres van deze machine');
  });
});

it('a database that is not there is said with what to do', { timeout: 120_000 }, async () => {
  const env = { PORT: '0', DATA_DIR: join(map, 'data'), DATA_SLEUTEL: 'een sleutel die lang genoeg is om te tellen' };
  const weg = { ...env, DATABASE_URL: 'postgres://x@127.0.0.1:1/x', REDIS_URL: 'redis://127.0.0.1:1' };
  const { code, fout } = await roep({ args: ['serve'], env: weg });
  expect(code).toBe(1);
  expect(fout).toContain('De gateway draait niet: De database van DATABASE_URL is niet te bereiken (ECONNREFUSED).');
});

it('a region that no agreements know, and a folder in use, are said at start', { timeout: 300_000 }, async () => {
  const gateway = await TestGateway.start({ args: ['--regio', 'AA,XX'], env: { IJW_BEHEERDER_SLEUTEL: BEHEERDER } });
  try {
    expect(gateway.log).toContain('--regio XX: de afspraken kennen deze regio niet');
    expect(gateway.log).toContain('Bekend zijn AA, ZAWA.');
    expect(gateway.log).toContain('"regios":["XX"]');
    const { waarschuwingen } = (await (await fetch(`${gateway.url}/ready`)).json()) as { waarschuwingen: string[] };
    expect(waarschuwingen.join(' ')).toContain('voor regio XX, die de afspraken niet kennen');
    const tweede = await roep({ args: ['serve'], env: { PORT: '0', DATA_DIR: gateway.dataDir } });
    expect(tweede.code).toBe(1);
    expect(tweede.uit).not.toContain('Sleutel van');
    expect(tweede.fout).toContain(
      `De gateway draait niet: De map ${gateway.dataDir} is in gebruik door een andere gateway. Stop die, of geef deze met DATA_DIR een eigen map.\n`,
    );
  } finally {
    await gateway.remove();
  }
});
