import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_ROUTES } from '../../src/api/routes.ts';
import { PAGES } from '../../src/dashboard/pages/pages.ts';
import { voorbeeldBericht } from '../../src/samples/vul.ts';
import { personalElements } from '../../src/standard/elements.ts';
import { BERICHT_TYPES, type BerichtType, type Release } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { modelOf } from '../../src/standard/model.ts';
import { dbOver, rowsOf } from '../../src/store/engine/db.ts';
import { pgliteSource } from '../../src/store/engine/pglite/pglite-source.ts';
import { storedTables } from '../../src/store/operate/catalogue.ts';
import { exportStore } from '../../src/store/operate/export-store.ts';
import { TABLES } from '../../src/store/tables/tables.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { Inzending } from '../samples/inzending.ts';
import { bytesVan, STAPPEN } from '../samples/verhaal.ts';
import { LineBrowser } from '../servers/browser.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { planted } from '../xml/planted.ts';
import { CanaryWays } from './canary-ways.ts';

/**
 * Persons in every personal field of every message, good and broken, and in what people type; then all that the gateway wrote or
 * said is searched for them. None is anywhere but in what only the store's keys open, and in the XML that was asked for.
 */

/** Each looks like what some field takes. */
const CANARIES = ['Zwaluwstaart', '999900006', '1987-06-05', '9876ZX', '0698765432', 'zw@zwaluwstaart.nl'];
const AANBIEDER = '42420001';
const GEMEENTE = '0362';
const [SEND, TRY] = ['/api/v1/berichten', '/api/v1/controle'];

/** Every list and page without something in its address. */
const LISTS = API_ROUTES.filter(({ method, pad }) => method === 'GET' && !/:|gebeurtenissen|uitleg/.test(pad)).map(
  ({ pad }) => pad,
);
/** The page about the API has examples of its own. */
const PLAIN = PAGES.map(({ path }) => path).filter((path) => !path.includes(':') && path !== '/docs');

const hex = (text: string) => Buffer.from(text).toString('hex');
/** The three ways in which a text can stand in base64, without its edges. */
const base64 = (text: string) =>
  [0, 1, 2].map((at) =>
    Buffer.from('x'.repeat(at) + text)
      .toString('base64')
      .slice(at === 0 ? 0 : 4, -4),
  );
const SEARCHED = [...CANARIES, '19870605', 'zwaluwstaart']
  .flatMap((text) => [text, hex(text)])
  .concat(base64('Zwaluwstaart'));
const BETRAYS = new RegExp(SEARCHED.map((text) => text.replace(/[.+/]/g, '\\$&')).join('|'));

function found(text: string): string | null {
  return BETRAYS.exec(text)?.[0] ?? null;
}

interface Planted {
  readonly type: BerichtType;
  readonly release: Release;
  readonly bytes: Uint8Array;
  readonly paths: readonly string[];
}

const KINDS = BERICHT_TYPES.flatMap((type) => MESSAGES[type].releases.map((release) => ({ type, release })));

/** A valid message with a canary in each personal field that takes one. */
function good({ type, release }: Pick<Planted, 'type' | 'release'>, volgnummer: number): Planted {
  const decor = { vandaag: '2026-03-02', bsn: '999900006', gemeente: GEMEENTE, aanbieder: AANBIEDER, volgnummer };
  let { inhoud } = voorbeeldBericht(type, release, decor);
  const { kinderen } = modelOf(release, type).wortel;
  const paths: string[] = [];
  for (const { path } of leaves(type, release)) {
    for (const canary of CANARIES) {
      const tried = planted(inhoud, kinderen, path.split('/'), canary);
      if (gate(writeBericht({ type, release, inhoud: tried })).kind !== 'accepted') continue;
      inhoud = tried;
      paths.push(path);
      break;
    }
  }
  return { type, release, paths, bytes: writeBericht({ type, release, inhoud }) };
}

/** With something in each that none takes. */
function broken({ type, release }: Pick<Planted, 'type' | 'release'>, volgnummer: number): Planted {
  const decor = { vandaag: '2026-03-02', bsn: '999900006', gemeente: GEMEENTE, aanbieder: AANBIEDER, volgnummer };
  let { inhoud } = voorbeeldBericht(type, release, decor);
  const paths = leaves(type, release).map(({ path }) => path);
  for (const path of paths) {
    inhoud = planted(inhoud, modelOf(release, type).wortel.kinderen, path.split('/'), CANARIES.join(' '));
  }
  return { type, release, paths, bytes: writeBericht({ type, release, inhoud }) };
}

function leaves(type: BerichtType, release: Release) {
  return personalElements(release).filter((element) => element.type === type && element.kind.kind === 'leaf');
}

describe('persons that came in', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ijw-kanarie-'));
  let gateway: TestGateway;
  let ways: CanaryWays;
  /** Everything that was answered, but the XML of messages. */
  const answers: string[] = [];
  const ids: string[] = [];

  const vraag = async (
    path: string,
    init: { method?: string; sleutel?: string; body?: string | Uint8Array; type?: string } = {},
  ) => {
    const { method = 'GET', sleutel = BEHEERDER, body, type = 'application/json' } = init;
    const headers: Record<string, string> = { authorization: `Bearer ${sleutel}`, prefer: 'wait=60' };
    if (body !== undefined) headers['content-type'] = type;
    const response = await fetch(`${gateway.url}${path}`, {
      ...{ method, headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    const text = await response.text();
    const head = [...response.headers].join('\n');
    return { status: response.status, text, all: `${response.url}\n${head}\n${text}` };
  };

  const sleutelVan = async (rol: string, partij: string) => {
    const { text } = await vraag('/api/v1/sleutels', {
      method: 'POST',
      body: JSON.stringify({ naam: rol, rol, partij }),
    });
    return (JSON.parse(text) as { sleutel: string }).sleutel;
  };

  beforeAll(async () => {
    ways = await CanaryWays.start();
    gateway = await TestGateway.start({ dataDir, env: { LOG_LEVEL: 'debug', ...ways.env } });
    await ways.open(gateway.url);
    const sleutels = [await sleutelVan('aanbieder', AANBIEDER), await sleutelVan('gemeente', GEMEENTE)];
    const post = async (bytes: Uint8Array, paths: readonly string[]) => {
      for (const path of paths) {
        for (const sleutel of sleutels) {
          const answer = await vraag(path, { method: 'POST', sleutel, body: bytes, type: 'application/xml' });
          // A dry run shows the answers that would go out, to who may have them.
          answers.push(path.endsWith('controle') ? answer.all.replace(/"xml":\s*"(?:[^"\\]|\\.)*"/g, '') : answer.all);
          const { id } = JSON.parse(answer.text) as { id?: string };
          if (id !== undefined) ids.push(id);
          // The other key is for what is of the other party.
          if (answer.status !== 403) break;
        }
      }
    };
    for (const [nr, kind] of KINDS.entries()) {
      await post(good(kind, nr + 1).bytes, [SEND, TRY]);
      const { bytes } = broken(kind, nr + 101);
      await post(bytes, [SEND]);
      // No XML any more, from some place on; and a name where none is known.
      await post(bytes.subarray(0, bytes.length - 20), [SEND]);
      const renamed = Buffer.from(bytes)
        .toString('utf8')
        .replace(/(<\w+:)Bericht/, '$1Zwaluwstaart999900006');
      await post(Buffer.from(renamed), [SEND]);
    }
    const jw301 = { type: 'JW301', release: '3.2' } as const;
    const brought = [good(jw301, 501).bytes, broken(jw301, 502).bytes];
    await ways.bring(gateway.url, sleutels[0] ?? '', [...brought, Buffer.from('Zwaluwstaart 999900006')]);
    await typed(sleutels[1] ?? '');
    for (const path of [...LISTS, '/metrics', '/ready', '/']) answers.push((await vraag(path)).all);
    for (const id of ids) answers.push((await vraag(`/api/v1/berichten/${id}`)).all);
    const gezocht = await vraag('/api/v1/zoeken', { method: 'POST', body: JSON.stringify({ bsn: '999900006' }) });
    expect((JSON.parse(gezocht.text) as { berichten: unknown[] }).berichten.length).toBeGreaterThan(0);
    answers.push(gezocht.all, ...(await pages()));
    for (const path of ['/api/v1/berichten/Zwaluwstaart', '/api/v1/zwaluwstaart']) {
      // What was asked for stands in no answer and no log; it is in our own address here.
      answers.push((await vraag(path)).text);
    }
    await typedByStaff(sleutels[1] ?? '');
    await ways.settled();
  }, 600_000);

  /** What a beheerder sees in a browser without giving a reason. */
  async function pages(): Promise<string[]> {
    const cookies = new Map<string, string>();
    const open = async (path: string, body?: URLSearchParams) => {
      const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
      const response = await fetch(`${gateway.url}${path}`, {
        ...{ headers, redirect: 'manual' as const },
        ...(body === undefined ? {} : { method: 'POST', body }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      return { status: response.status, text: await response.text() };
    };
    const csrf = /name="csrf" value="([^"]+)"/.exec((await open('/aanmelden')).text)?.[1] ?? '';
    expect((await open('/aanmelden', new URLSearchParams({ csrf, sleutel: BEHEERDER }))).status).toBe(303);
    const seen: string[] = [];
    for (const path of [...PLAIN, ...ids.map((id) => `/berichten/${id}`)]) {
      const { status, text } = await open(path);
      if (path.startsWith('/berichten')) expect([path, status]).toEqual([path, 200]);
      seen.push(text);
      for (const [, file = ''] of text.matchAll(/href="([^"]*[?&;]csv=[\w-]+)"/g))
        seen.push((await open(file.replaceAll('&amp;', '&'))).text);
    }
    return seen;
  }

  /** A grant with a reason and a plan, and a decision with words. */
  async function typed(gemeente: string): Promise<void> {
    const [stap, , wacht] = STAPPEN;
    if (stap === undefined || wacht === undefined) throw new Error('no story');
    const inzending = new Inzending(gateway);
    await inzending.post(wacht.partij, bytesVan(wacht));
    const { antwoorden } = JSON.parse((await inzending.post(stap.partij, bytesVan(stap))).json);
    const jw301 = antwoorden.find(({ type }: { type: string }) => type === 'JW301');
    const [, nummer] = /ToewijzingNummer>(\d+)</.exec(await inzending.xml(stap.partij, jw301.id)) ?? [];
    const toegekend = await vraag(`/api/v1/toewijzingen/${GEMEENTE}/${nummer}/signaalbudget`, {
      ...{ method: 'PUT', sleutel: gemeente },
      body: JSON.stringify({ bedrag: 700_000, reden: 'Zwaluwstaart 999900006', plan: 'Het plan van Zwaluwstaart' }),
    });
    expect(toegekend.status, toegekend.text).toBe(200);
    const { items } = JSON.parse((await vraag('/api/v1/werkbak', { sleutel: gemeente })).text) as {
      items: { id: string }[];
    };
    expect(items.length).toBeGreaterThan(0);
    for (const { id } of items) {
      await vraag(`/api/v1/werkbak/${id}`, {
        ...{ method: 'POST', sleutel: gemeente },
        body: JSON.stringify({ besluit: 'afwijzen', reden: '4', toelichting: 'Zwaluwstaart 999900006' }),
      });
    }
  }

  /** What is shown to who may see it, so after the rest: reasons, a note, an address, a name for a search. */
  async function typedByStaff(gemeente: string): Promise<void> {
    const words = 'Zwaluwstaart, geboren 1987-06-05';
    const put = (path: string, body: object, sleutel = BEHEERDER, method = 'PUT') =>
      vraag(`/api/v1/${path}`, { method, sleutel, body: JSON.stringify(body) });
    const { oorzaken } = JSON.parse((await vraag('/api/v1/oorzaken')).text) as {
      oorzaken: { partij: string; type: string; regel: string }[];
    };
    const { partij, type, regel } = oorzaken.find((een) => een.type !== null) ?? { partij: '', type: '', regel: '' };
    const hook = { weg: 'webhook', adres: 'http://127.0.0.1:9/zwaluwstaart' };
    const done = [
      await put(`oorzaken/${partij}/${type}/${regel}`, { stand: 'gemeld', notitie: words }),
      await put('abonnementen', hook, gemeente, 'POST'),
      await put('clienten/uitvoer', { bsn: '999900006', reden: words }, BEHEERDER, 'POST'),
      await put('clienten/verwijdering', { bsn: '999900006', reden: words, proef: true }, BEHEERDER, 'POST'),
    ];
    expect(done.map(({ status }) => status)).toEqual([200, 201, 200, 200]);
    const opened = await fetch(`${gateway.url}/api/v1/berichten/${ids[0]}/xml`, {
      headers: { authorization: `Bearer ${BEHEERDER}`, 'ijw-reden': 'Vraag over Zwaluwstaart' },
    });
    expect(opened.status).toBe(200);
    const browser = await LineBrowser.signedIn(gateway.url, BEHEERDER);
    const search = { naam: 'Zwaluwstaart', vraag: 'identificatie=Zwaluwstaart' };
    expect((await browser.send('/berichten/zoekopdrachten', search, '/')).status).toBe(303);
  }

  afterAll(async () => {
    await ways?.stop();
    await gateway?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('were planted where the schemas say, and are there for who asks for the XML', async () => {
    const jw301 = good({ type: 'JW301', release: '3.2' }, 900).paths.join(' ');
    for (const part of ['Bsn', 'Achternaam', 'Geboortedatum', 'Postcode', 'Straatnaam', 'Emailadres', 'Commentaar']) {
      expect(jw301).toContain(part);
    }
    expect(ids.length).toBeGreaterThan(KINDS.length);
    const bodies = await Promise.all(ids.map(async (id) => (await vraag(`/api/v1/berichten/${id}/xml`)).text));
    for (const canary of CANARIES)
      expect(bodies.filter((body) => body.includes(canary)).length, canary).toBeGreaterThan(1);
  });

  it('stand in no answer: verdicts, lists, errors, metrics, pages', () => {
    expect(answers.length).toBeGreaterThan(ids.length);
    expect(
      answers.flatMap((answer) => (found(answer) === null ? [] : [`${found(answer)} in ${answer.slice(0, 200)}`])),
    ).toEqual([]);
  });

  it('stand in nothing that other ways told: reports and names of files, headers, addresses, envelopes, mails', () => {
    const { files, hooks, mails, envelopes } = ways.used;
    expect([files >= 6, hooks > 20, mails > 0, envelopes]).toEqual([true, true, true, 3]);
    expect(ways.told().flatMap((text) => found(text) ?? [])).toEqual([]);
  });

  it('stand in no line of the log, no file of the store or of Redis, no column and no export, and nor do their hashes outside', async () => {
    await gateway.stop();
    expect(gateway.log.length).toBeGreaterThan(1_000);
    expect(found(gateway.log)).toBeNull();
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map(({ parentPath, name }) => {
      return { path: join(parentPath, name), text: readFileSync(join(parentPath, name), 'latin1') };
    });
    expect(
      texts.some(({ path }) => path.includes('pg_wal')) && texts.some(({ path }) => path.includes('/redis/')),
    ).toBe(true);
    expect(texts.flatMap(({ path, text }) => (found(text) === null ? [] : [path]))).toEqual([]);

    const db = dbOver(await pgliteSource(dataDir));
    const clients = new Set<string>();
    try {
      const tables = await storedTables(db);
      expect(tables.map(({ table }) => table)).toEqual(TABLES.map(({ name }) => name).toSorted());
      let values = 0;
      const all: { table: string; name: string; text: string }[] = [];
      for (const { table, columns } of tables) {
        for (const { name, type } of columns) {
          const rows = await rowsOf(
            db,
            sql<{ v: string | null }>`select ${sql.ref(name)}::text as v from ${sql.table(table)}`,
          );
          for (const { v } of rows) {
            if (v === null) continue;
            values++;
            const text = type === 'bytea' ? `${v} ${Buffer.from(v.slice(2), 'hex').toString('latin1')}` : v;
            expect(found(text), `${table}.${name}`).toBeNull();
            if (name === 'client') clients.add(v);
            all.push({ table, name, text });
          }
        }
      }
      expect(values).toBeGreaterThan(1_000);
      // Where the hash of a BSN stands, docs/gegevens.md says so.
      const hashed = all.filter(({ text }) => [...clients].some((client) => text.includes(client)));
      const told = TABLES.flatMap(({ name: table, policy: { personal } }) =>
        Object.entries(personal).flatMap(([name, kind]) => (kind === 'pseudonym' ? [`${table}.${name}`] : [])),
      );
      expect(
        [...new Set(hashed.map(({ table, name }) => `${table}.${name}`))].filter((at) => !told.includes(at)),
      ).toEqual([]);
      // What was typed is there, sealed.
      for (const table of ['oorzaak_stand', 'abonnement', 'zoekopdracht', 'opdracht', 'audit'])
        expect([table, all.some((een) => een.table === table)]).toEqual([table, true]);
    } finally {
      await db.destroy();
    }
    // The keyed hash of a BSN is in the store alone.
    expect(clients.size).toBeGreaterThan(0);
    const outside = [
      gateway.log,
      ...answers,
      ...texts.flatMap(({ path, text }) => (path.includes('/redis/') ? [text] : [])),
    ];
    for (const client of clients) expect(outside.filter((text) => text.includes(client)).length).toBe(0);
    const file = join(dataDir, 'kanarie.export');
    await exportStore({ databaseUrl: null, dataDir, sleutel: null }, file);
    expect(found(readFileSync(file, 'latin1'))).toBeNull();
  }, 120_000);
});
