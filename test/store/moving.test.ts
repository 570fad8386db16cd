import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Inzending } from '../samples/inzending.ts';
import { bytesVan, STAPPEN } from '../samples/verhaal.ts';
import { BEHEERDER, QUICK_START, TestGateway } from '../servers/gateway.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { OLDER_FILE, OLDER_KEY } from './older/older.ts';

const BIN = resolve(import.meta.dirname, '../../dist/src/cli/main.js');
const LATER = resolve(import.meta.dirname, '../servers/later-clock.mjs');
type Env = Readonly<Record<string, string>>;

function roep(args: readonly string[], env: Env, invoer = ''): Promise<{ code: number; uit: string; fout: string }> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [...QUICK_START, BIN, ...args],
      { env: { PATH: process.env.PATH ?? '', ...env } },
      (fout, uit, err) => done({ code: Number(fout?.code ?? 0), uit, fout: err }),
    );
    child.stdin?.on('error', () => undefined).end(invoer);
  });
}

/** Everything that the gateway tells of its messages. */
async function verteld(gateway: TestGateway): Promise<Record<string, unknown>> {
  const vraag = (pad: string) =>
    fetch(`${gateway.url}/api/v1${pad}`, { headers: { authorization: `Bearer ${BEHEERDER}` } });
  const lijst = (await (await vraag('/berichten?limit=200')).json()) as { berichten: { id: string }[] };
  const elk = lijst.berichten.map(async ({ id }) => [
    id,
    await (await vraag(`/berichten/${id}`)).json(),
    await (await vraag(`/berichten/${id}/xml`)).text(),
  ]);
  return { lijst: lijst.berichten, elk: await Promise.all(elk) };
}

/** The mistake in the content of step 16 under a new Identificatie: refused as it was, in the next place of the lane. */
async function nieuwBericht(gateway: TestGateway, identificatie: string): Promise<void> {
  const stap = STAPPEN.find(({ bestand }) => bestand.startsWith('16'));
  if (stap === undefined) throw new Error('no step 16');
  const xml = bytesVan(stap)
    .toString('utf8')
    .replace(/(<(?:\w+:)?Identificatie>)[^<]*/, `$1${identificatie}`);
  const { json, replay } = await new Inzending(gateway).post(stap.partij, Buffer.from(xml));
  expect([JSON.parse(json), replay]).toMatchObject([{ status: 'afgekeurd', identificatie }, false]);
}

/** Everything about the child of the first step, while the gateway runs; and what a removal would leave. */
async function oneChild(env: Env, file: string): Promise<void> {
  const bsn = '999900122';
  const out = await roep(['client', 'export', file, '--reden', 'een vraag'], env, `${bsn}\n`);
  expect(out).toMatchObject({
    code: 0,
    fout: '',
    uit: expect.stringMatching(/^\d+ regels uit \d+ tabellen staan in /),
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { tabellen } = JSON.parse(readFileSync(file, 'utf8')) as { tabellen: Record<string, { xml?: string }[]> };
  expect(tabellen.inhoud?.some(({ xml }) => xml?.includes(`>${bsn}<`))).toBe(true);
  expect(Object.keys(tabellen)).toEqual(
    expect.arrayContaining(['bericht', 'toewijzing', 'verzoek', 'client_gegevens']),
  );
  const left = await roep(['client', 'erase', '--dry-run', '--reden', 'een vraag'], env, bsn);
  expect(left).toMatchObject({
    code: 0,
    fout: '',
    uit: expect.stringMatching(/het dossier bij gemeente \d{4} .*, tot 20\d\d-/),
  });
  expect(out.uit + left.uit).not.toContain(bsn);
}

const gelijkeTabellen = (uit: string) => uit.split('\n').filter((regel) => /^(?!samen)\w+ +\d/.test(regel));

const installed = postgresBinaries() !== null;
describe.skipIf(!installed)('a store that moves', () => {
  const map = mkdtempSync(join(tmpdir(), 'ijw-verhuizen-'));
  const eerste: Env = { DATA_DIR: join(map, 'eerste'), DATA_SLEUTEL: OLDER_KEY };
  let server: PostgresServer;
  let gateway: TestGateway | undefined;
  const start = async (env: Env) => {
    gateway = await TestGateway.start({ env, dataDir: env.DATA_DIR ?? '' });
    return gateway;
  };
  let tweede: Env = {};
  beforeAll(async () => {
    server = await startPostgres();
    tweede = { DATA_DIR: join(map, 'tweede'), DATA_SLEUTEL: OLDER_KEY, DATABASE_URL: await server.database() };
  });
  afterAll(async () => {
    await gateway?.stop();
    await server?.stop();
    rmSync(map, { recursive: true, force: true });
  });

  it('goes from an older build to the embedded store, to a server and back, and tells the same everywhere', async () => {
    expect(await roep(['store', 'import', OLDER_FILE], eerste)).toMatchObject({ code: 0, fout: '' });
    const bestand = join(map, 'een.export');
    let hier = await start(eerste);
    const ouder = await verteld(hier);
    expect((ouder.lijst as unknown[]).length).toBe(40);
    const bezig = await roep(['store', 'export', bestand], eerste);
    expect(bezig).toMatchObject({ code: 1, fout: expect.stringContaining('is in gebruik') });
    const gedraaid = await roep(['keys', 'rotate'], eerste);
    expect(gedraaid).toMatchObject({ code: 0, uit: expect.stringContaining('Datasleutel 2 is gemaakt'), fout: '' });
    expect(await verteld(hier)).toEqual(ouder);
    // By the gateway itself, which has the store; and nothing is old enough.
    expect(await roep(['purge', '--dry-run'], eerste)).toEqual({ code: 0, uit: 'Er zou niets weggaan.\n', fout: '' });
    await oneChild(eerste, join(map, 'kind-1.json'));
    await nieuwBericht(hier, 'NIEUW1');
    const metNieuw = await verteld(hier);
    await hier.stop();

    const uit = await roep(['store', 'export', bestand], eerste);
    expect(uit).toMatchObject({ code: 0, fout: '' });
    expect(statSync(bestand).mode & 0o777).toBe(0o600);
    expect(uit.uit).toMatch(/prestatie +6 {2}bedrag € 8\.676,80/);
    expect((await roep(['store', 'export', bestand], eerste)).fout).toContain('bestaat al');
    const zonder = await roep(['store', 'import', bestand], { ...tweede, DATA_SLEUTEL: '' });
    expect(zonder).toMatchObject({ code: 1, fout: expect.stringContaining('Zet DATA_SLEUTEL op die van de gateway') });
    const ander = await roep(['store', 'import', bestand], { ...tweede, DATA_SLEUTEL: 'x'.repeat(40) });
    expect(ander).toMatchObject({ code: 1, fout: expect.stringContaining('gaat met deze DATA_SLEUTEL niet open') });
    const naarServer = await roep(['store', 'import', bestand], tweede);
    expect(naarServer).toMatchObject({ code: 0, fout: '' });
    expect(gelijkeTabellen(naarServer.uit)).toEqual(gelijkeTabellen(uit.uit));
    // The chain of the audit went along whole.
    expect(await roep(['audit', 'verify'], tweede)).toMatchObject({ code: 0, fout: '' });

    hier = await start(tweede);
    expect(await verteld(hier)).toEqual(metNieuw);
    await oneChild(tweede, join(map, 'kind-2.json'));
    const later = { ...tweede, NODE_OPTIONS: `--import=${LATER}`, JAREN_LATER: '9' };
    const weg = await roep(['purge', '--dry-run'], later);
    expect(weg).toMatchObject({ code: 0, fout: '' });
    expect(weg.uit).toMatch(/^Dit zou weggaan:\n(?:\w+ +\d+ {2}oudste van 20\d\d-\d\d-\d\d\n)+samen +\d+\n$/);
    await nieuwBericht(hier, 'NIEUW2');
    const draait = 'Er draait nog een gateway op deze database';
    expect((await roep(['store', 'export', `${bestand}2`], tweede)).fout).toContain(draait);
    expect((await roep(['store', 'import', bestand], tweede)).fout).toContain(draait);
    expect(await roep(['keys', 'rotate'], tweede)).toMatchObject({
      code: 0,
      uit: expect.stringContaining('Datasleutel 3'),
    });
    await nieuwBericht(hier, 'NIEUW3');
    const opServer = await verteld(hier);
    await hier.stop();
    expect((await roep(['store', 'import', bestand], tweede)).fout).toContain('niet leeg');

    const terug = await roep(['store', 'export', `${bestand}2`], tweede);
    expect(terug).toMatchObject({ code: 0, fout: '' });
    const derde: Env = { DATA_DIR: join(map, 'derde') };
    mkdirSync(derde.DATA_DIR ?? '', { mode: 0o700 });
    writeFileSync(join(derde.DATA_DIR ?? '', 'data-sleutel'), OLDER_KEY, { mode: 0o600 });
    expect(await roep(['store', 'import', `${bestand}2`], derde)).toMatchObject({ code: 0, fout: '' });
    hier = await start(derde);
    expect(await verteld(hier)).toEqual(opServer);
    await nieuwBericht(hier, 'NIEUW4');
    await hier.stop();
  }, 600_000);

  it('says what is wrong with a call', async () => {
    for (const args of [
      ['store', 'wis', 'x'],
      ['store', 'export'],
      ['keys', 'wis'],
    ]) {
      expect(await roep(args, eerste), args.join(' ')).toMatchObject({
        code: 2,
        fout: expect.stringContaining('Gebruik'),
      });
    }
    expect((await roep(['purge', '--alles'], eerste)).fout).toContain('Bekend zijn --dry-run');
    expect((await roep(['client', 'erase'], eerste, '999900122')).fout).toContain('Geef met --reden waarom');
    expect((await roep(['client', 'erase', '--reden', 'x'], eerste, '123456789')).fout).toContain('staat geen BSN');
    expect((await roep(['client', 'erase', '999900122', '--reden', 'x'], eerste)).code).toBe(2);
    const leeg = { DATA_DIR: join(map, 'nooit-gestart') };
    expect((await roep(['store', 'export', join(map, 'x')], leeg)).fout).toContain('is geen database');
    expect((await roep(['keys', 'rotate'], leeg)).fout).toContain('is geen database');
    expect((await roep(['store', 'import', join(map, 'weg')], eerste)).fout).toContain('niet te lezen');
  });
});
