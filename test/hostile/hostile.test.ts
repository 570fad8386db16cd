import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leesFault } from '../../src/xml/stuf/read-envelope.ts';
import { LineBrowser } from '../servers/browser.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { jw305 } from '../xml/voorbeeld.ts';
import { type HostileCase, utf8 } from './case.ts';
import { ENVELOPE_CASES } from './envelopes.ts';
import { FILE_CASES } from './files.ts';
import { FORM_CASES, TOKEN } from './forms.ts';
import { REQUEST_CASES } from './requests.ts';
import { ZIP_CASES } from './zips.ts';

/**
 * What nobody means well with, through every way in: each is refused with its own reason, while others are served. How long each
 * took and what the process held is printed (the promise is 2 s and 256 MB); asserted is what a busy machine cannot change.
 */

const AANBIEDER = '42420001';
const ANDER = '42420002';
const MB = 1_000_000;
const PROMISED_MS = 2_000;

/** In a folder files have their own reasons; what the gate says of a file is the same by every way. */
const IN_FOLDER = FILE_CASES.filter(({ name }) => /laughs|deep$|half a|random|25 MiB and|two roots|gzip/.test(name));
const FOLDER_CASES: readonly HostileCase[] = IN_FOLDER.map((one) => {
  const refused = one.refused.replace(/^4\d\d/, 'geweigerd');
  return { ...one, refused, way: 'map', name: `in a folder: ${one.name}` };
});
const DRY_CASES: readonly HostileCase[] = FILE_CASES.filter(({ name }) =>
  /laughs|300,000|3,000,000|attribute of/.test(name),
).map((one) => ({ ...one, way: 'controle', name: `dry run: ${one.name}` }));
/** All of them by `npm run test:hostile`; without that neither what is large, but for some, nor what waits for a limit of time. */
const WHOLE = process.env.IJW_HOSTILE === 'all';
const LARGE =
  /0 MB|0 MiB|1,000,000 (?:deep, closed|comments|times)|3,000,000|attributes of|50,000 starts|60,000|5 MB|dry run|60 MB of text|40 MiB in three|70 MB$|0,000 cells|contracts of nothing|form: JSON 1|17 MiB/;
const ONE_OF_THEM = /a bomb|300,000 errors|25 MiB and a byte|dry run: a billion|attribute of 20 MB/;
const EVERY = [
  ...FILE_CASES,
  ...DRY_CASES,
  ...ZIP_CASES,
  ...ENVELOPE_CASES,
  ...REQUEST_CASES,
  ...FOLDER_CASES,
  ...FORM_CASES,
];

const ALL = EVERY.filter(
  ({ name, refused }) => WHOLE || ONE_OF_THEM.test(name) || !(LARGE.test(name) || refused.startsWith('408')),
);

describe('what is meant badly', () => {
  const map = mkdtempSync(join(tmpdir(), 'ijw-vijandig-'));
  const folder = join(map, 'kanalen');
  const keys = new Map<string, string>();
  let gateway: TestGateway;
  /** Of the answers, in characters. */
  let longest = 0;

  const api = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${gateway.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${BEHEERDER}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as { sleutel: string };
  };

  beforeAll(async () => {
    mkdirSync(folder, { mode: 0o700 });
    gateway = await TestGateway.start({ env: { KANAAL_MAP: folder }, plain: true });
    for (const partij of [AANBIEDER, ANDER]) {
      keys.set(partij, (await api('POST', '/sleutels', { naam: partij, rol: 'aanbieder', partij })).sleutel);
    }
    await api('PUT', `/partijen/${AANBIEDER}/kanaal`, { kanaal: 'map' });
  }, 120_000);
  afterAll(async () => {
    await gateway?.remove();
    rmSync(map, { recursive: true, force: true });
  });

  const held = (what: 'VmRSS' | 'VmHWM') =>
    Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${gateway.pid}/status`, 'utf8'))?.[1]) * 1024;

  /** What somebody else hears who sends a message meanwhile: the ms that it took. */
  async function served(nr: number): Promise<number> {
    const begun = performance.now();
    const answer = await post(
      utf8(jw305().replace('>A1<', `>G${nr}<`).replace(AANBIEDER, ANDER)),
      '/berichten',
      ANDER,
      {},
    );
    expect(answer).toBe('afgekeurd TR019');
    return performance.now() - begun;
  }

  async function post(bytes: Uint8Array, path: string, by: string, more: Partial<HostileCase>): Promise<string> {
    const { method = 'POST', headers = {} } = more;
    const response = await fetch(`${gateway.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${keys.get(by)}`,
        'content-type': 'application/xml',
        prefer: 'wait=60',
        ...headers,
      },
      ...(method === 'GET' || bytes.length === 0 ? {} : { body: Buffer.from(bytes) }),
    });
    const text = await response.text();
    // Of 300,000 errors too.
    expect(text.length, more.name).toBeLessThan(6 * MB);
    longest = Math.max(longest, text.length);
    const said = JSON.parse(text) as { code?: string; status: string; bevindingen?: { regel: string }[] };
    if (response.status !== 200) return `${response.status} ${said.code ?? said.status}`;
    return `${said.status} ${[...new Set((said.bevindingen ?? []).map(({ regel }) => regel))].filter((r) => r !== 'MEER')[0]}`;
  }

  /** A conversation by hand: what is said first, and what is answered until the end. */
  async function raw(bytes: Uint8Array): Promise<string> {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      Buffer.from(
        Buffer.from(bytes)
          .toString('latin1')
          .replace('{sleutel}', keys.get(AANBIEDER) ?? ''),
        'latin1',
      ),
    );
    const pieces: Buffer[] = [];
    socket.on('data', (piece) => pieces.push(piece));
    await new Promise((done) => socket.once('close', done));
    const text = Buffer.concat(pieces).toString('utf8');
    return `${/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]} ${/"code":"([^"]+)"/.exec(text)?.[1]}`;
  }

  async function stuf(bytes: Uint8Array): Promise<string> {
    const basic = Buffer.from(`${AANBIEDER}:${keys.get(AANBIEDER)}`).toString('base64');
    const response = await fetch(`${gateway.url}/stuf/ggk0210/OntvangAsynchroon`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', authorization: `Basic ${basic}` },
      body: Buffer.from(bytes),
    });
    const answer = new Uint8Array(await response.arrayBuffer());
    return `${response.status} ${leesFault(answer)?.fout?.code}`;
  }

  const browsers = new Map<string, LineBrowser>();
  /** What a page says: its first mistake, else what it is called; as much of it as the case names. */
  async function form({ who = 'nobody', path = '', headers = {}, refused }: HostileCase, bytes: Uint8Array) {
    const key = who === 'nobody' ? null : who === 'beheerder' ? BEHEERDER : (keys.get(AANBIEDER) ?? '');
    const browser =
      browsers.get(who) ?? (key === null ? new LineBrowser(gateway.url) : await LineBrowser.signedIn(gateway.url, key));
    browsers.set(who, browser);
    const body = Buffer.from(bytes);
    const at = body.indexOf(TOKEN);
    if (at >= 0) body.write(await browser.token(who === 'nobody' ? '/aanmelden' : '/'), at);
    const { status, text } = await browser.post(path, body, headers);
    const [, said = ''] = /role="alert">[\s\S]*?<li>([^<]*)/.exec(text) ?? /<h1>([^<]*)/.exec(text) ?? [];
    return `${status} ${said}`.slice(0, refused.length);
  }

  async function inFolder(bytes: Uint8Array, nr: number): Promise<string> {
    const name = `h${nr}.xml`;
    writeFileSync(join(folder, `.${name}`), bytes);
    renameSync(join(folder, `.${name}`), join(folder, 'in', AANBIEDER, name));
    for (let look = 0; look < 1200; look++) {
      try {
        const said = JSON.parse(readFileSync(join(folder, 'geweigerd', AANBIEDER, `${name}.json`), 'utf8'));
        return said.code === undefined ? `${said.status} ${said.bevindingen[0].regel}` : `${said.status} ${said.code}`;
      } catch {
        await sleep(50);
      }
    }
    return 'nothing';
  }

  async function outcome(one: HostileCase, nr: number, bytes: Uint8Array): Promise<string> {
    if (one.way === 'raw') return raw(bytes);
    if (one.way === 'stuf') return stuf(bytes);
    if (one.way === 'map') return inFolder(bytes, nr);
    if (one.way === 'form') return form(one, bytes);
    if (one.way === 'json')
      return post(bytes, one.path ?? '', AANBIEDER, {
        ...one,
        headers: { 'content-type': 'application/json', ...one.headers },
      });
    if (one.way === 'controle') return post(bytes, '/controle', AANBIEDER, one);
    if (one.way === 'zip')
      return post(bytes, '/berichten', AANBIEDER, { ...one, headers: { 'content-type': 'application/zip' } });
    return post(bytes, '/berichten', AANBIEDER, one);
  }

  it('is refused by its name, and others are served', { timeout: 600_000 }, async () => {
    expect(ALL.length).toBeGreaterThanOrEqual(80);
    const security = readFileSync(join(import.meta.dirname, '../../SECURITY.md'), 'utf8');
    expect(security).toContain(`${EVERY.length} files and conversations`);
    await served(0);
    // What waits for a limit of time does so beside the rest.
    const slow = ALL.filter(({ refused }) => refused.startsWith('408'));
    const later = slow.map(async (one, nr) => [one.name, await outcome(one, nr, one.make())] as const);
    const rest = ALL.filter((one) => !slow.includes(one));
    const seen: { name: string; ms: number; mb: number }[] = [];
    const wrong: string[] = [];
    const others: number[] = [];
    const begun = held('VmRSS');
    let [nr, busy] = [0, true];
    const beside = (async () => {
      while (busy) {
        others.push(await served(++nr));
        await sleep(50);
      }
    })();
    for (const [at, one] of rest.entries()) {
      const bytes = one.make();
      writeFileSync(`/proc/${gateway.pid}/clear_refs`, '5');
      const [before, since] = [held('VmRSS'), performance.now()];
      let said = 'cut off';
      // Who still sends what is too large may find the connection closed before it reads why: then it asks once more.
      for (let left = one.refused.startsWith('413') ? 10 : 1; said === 'cut off' && left > 0; left--) {
        said = await outcome(one, at, bytes).catch((fout: Error) => {
          const code = (fout.cause as { code?: string } | undefined)?.code ?? '';
          return left > 1 && /EPIPE|ECONNRESET|UND_ERR_SOCKET/.test(code) ? 'cut off' : `threw ${fout.message} ${code}`;
        });
      }
      seen.push({ name: one.name, ms: performance.now() - since, mb: (held('VmHWM') - before) / MB });
      if (said !== one.refused) wrong.push(`${one.way}, ${one.name}: ${said} in place of ${one.refused}`);
    }
    busy = false;
    await beside;
    const slowest = seen.toSorted((a, b) => b.ms - a.ms);
    const largest = seen.toSorted((a, b) => b.mb - a.mb);
    const within = seen.filter(({ ms }) => ms <= PROMISED_MS).length;
    console.log(
      `hostile: ${ALL.length} of ${EVERY.length}; ${within} of ${seen.length} within 2 s; slowest ` +
        `${slowest
          .slice(0, 3)
          .map(({ name, ms }) => `${name} ${Math.round(ms)} ms`)
          .join(', ')}; most memory ` +
        `${largest
          .slice(0, 3)
          .map(({ name, mb }) => `${name} ${Math.round(mb)} MB`)
          .join(', ')}; in the end ` +
        `${Math.round((held('VmRSS') - begun) / MB)} MB more; longest answer ${(longest / MB).toFixed(2)} MB; ${others.length} messages of others, slowest ${Math.round(Math.max(...others))} ms`,
    );
    expect(wrong).toEqual([]);
    for (const [name, said] of await Promise.all(later)) expect([name, said]).toEqual([name, '408 te-traag']);
    expect(others.length).toBeGreaterThan(10);
    expect(largest[0]?.mb).toBeLessThan(800);
    expect(gateway.log).not.toMatch(/unhandled|uncaught/i);
  });

  it('lines that are held open take no place of others: streams of one key, and requests that never end', {
    timeout: 120_000,
  }, async () => {
    const stop = new AbortController();
    const follow = async () => {
      const headers = { authorization: `Bearer ${keys.get(AANBIEDER)}` };
      const { status } = await fetch(`${gateway.url}/api/v1/gebeurtenissen`, { headers, signal: stop.signal });
      return status;
    };
    const statuses = await Promise.all(Array.from({ length: 60 }, follow));
    expect([200, 429].map((status) => statuses.filter((one) => one === status).length)).toEqual([10, 50]);
    const port = Number(new URL(gateway.url).port);
    const half = Array.from({ length: 400 }, () => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      socket.write(
        'POST /aanmelden HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n--b',
      );
      return socket;
    });
    await served(900_001);
    const other = await fetch(`${gateway.url}/api/v1/gebeurtenissen`, {
      ...{ headers: { authorization: `Bearer ${keys.get(ANDER)}` }, signal: stop.signal },
    });
    expect(other.status).toBe(200);
    stop.abort();
    for (const socket of half) socket.destroy();
    await served(900_002);
  });
});
