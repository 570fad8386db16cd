import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { foldersOf, type PartyFolders } from '../../../src/connectors/map/folders.ts';
import { Inbox, type InboxDeps } from '../../../src/connectors/map/inbox.ts';
import type { BundleReceipt } from '../../../src/gateway/receive-bundle.ts';

const PARTY = '42420001';
const SETTLED = 2_000;
const root = mkdtempSync(join(tmpdir(), 'ijw-inbox-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let nr = 0;
let folders: PartyFolders;
let now = 0;
/** What the gateway was given, by file text; and the status that each gets. */
let stored: string[] = [];
let status: string | null = 'goedgekeurd';
let failures: unknown[] = [];
beforeEach(() => {
  mkdirSync(join(root, String(++nr)));
  folders = foldersOf(join(root, String(nr)), PARTY);
  [now, stored, status, failures] = [0, [], 'goedgekeurd', []];
});

const idOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);
const DEPS: InboxDeps = {
  door: async (bytes, { party }) => {
    const text = Buffer.from(bytes).toString();
    expect(party).toBe(PARTY);
    if (text === 'ander') return { kind: 'forbidden', zender: '42420002' };
    if (text === 'weg') throw new Error('the store is away');
    stored.push(text);
    return { kind: 'stored', id: idOf(text), status: 'ontvangen' };
  },
  bundleDoor: async (zip): Promise<BundleReceipt> => {
    const names = Buffer.from(zip).toString().split(' ');
    if (names[0] === 'slecht')
      return { kind: 'refused', refusal: { code: 'IB905', melding: 'Leeg.' }, bevindingen: [] };
    stored.push(...names);
    return {
      kind: 'taken',
      berichten: names.map((naam) => ({ naam, id: idOf(naam), kind: 'stored', status: 'ontvangen' })),
    };
  },
  verdict: async (_party, id) => (status === null ? null : { id, status }),
  failed: (fout) => failures.push(fout),
};
const inbox = (deps: Partial<InboxDeps> = {}) => new Inbox(folders, { ...DEPS, ...deps });

function put(name: string, text: string): void {
  mkdirSync(folders.in, { recursive: true });
  writeFileSync(join(folders.in, name), text);
}
/** Two looks with so much between them that what lies there is complete; then what was taken is put away. */
async function served(box: Inbox): Promise<void> {
  await box.round(now);
  now += SETTLED;
  await box.round(now);
  await box.ended();
}
const json = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

describe('what a party puts down', () => {
  it('is taken when it is complete, in the order in which it was written, and put away with its message', async () => {
    for (const [i, name] of ['c.xml', 'b.XML', 'a.xml'].entries()) {
      put(name, `<${name}/>`);
      // A file system counts time in ticks: written at once they may bear one moment.
      utimesSync(join(folders.in, name), 1_000 + i, 1_000 + i);
    }
    put('half.xml.part', '<half/>');
    put('.verborgen.xml', '<x/>');
    await served(inbox());
    expect(stored).toEqual(['<c.xml/>', '<b.XML/>', '<a.xml/>']);
    expect(readdirSync(folders.in).toSorted()).toEqual(['.verborgen.xml', 'half.xml.part']);
    expect(readdirSync(folders.verwerkt).toSorted()).toEqual(
      ['a.xml', 'a.xml.json', 'b.XML', 'b.XML.json', 'c.xml', 'c.xml.json'].toSorted(),
    );
    expect(json(folders.verwerkt, 'a.xml.json')).toEqual({ id: idOf('<a.xml/>'), status: 'goedgekeurd' });
    expect(readFileSync(join(folders.verwerkt, 'a.xml'), 'utf8')).toBe('<a.xml/>');
  });

  it('is left alone while it grows', async () => {
    const box = inbox();
    put('a.xml', '<a');
    await box.round(0);
    put('a.xml', '<a/');
    await box.round(1_999);
    put('a.xml', '<a/>');
    await box.round(2_001);
    expect(stored).toEqual([]);
    await box.round(4_001);
    expect(stored).toEqual(['<a/>']);
    await box.ended();
  });

  it('goes to geweigerd when its message is refused after all', async () => {
    status = 'geweigerd';
    put('a.xml', '<a/>');
    await served(inbox());
    expect(json(folders.geweigerd, 'a.xml.json')).toMatchObject({ status: 'geweigerd' });
    expect(readdirSync(folders.verwerkt)).toEqual([]);
  });

  it('is refused at the door with a code and what to do, and stands in nobody’s way', async () => {
    put('ander.xml', 'ander');
    put('groot.xml', 'x'.repeat(25 * 1024 * 1024 + 1));
    put('groot.zip', 'x'.repeat(25 * 1024 * 1024 + 1));
    put('slecht.zip', 'slecht');
    symlinkSync('/etc/hostname', join(folders.in, 'link.xml'));
    mkdirSync(join(folders.in, 'map.xml'));
    put('goed.xml', '<goed/>');
    await served(inbox());
    const codes = readdirSync(folders.geweigerd).filter((name) => name.endsWith('.json'));
    expect(Object.fromEntries(codes.map((name) => [name, json(folders.geweigerd, name).code]))).toEqual({
      'ander.xml.json': 'andere-partij',
      'groot.xml.json': 'te-groot',
      'groot.zip.json': 'IB904',
      'slecht.zip.json': 'IB905',
      'link.xml.json': 'geen-bestand',
      'map.xml.json': 'geen-bestand',
    });
    for (const name of codes)
      expect(json(folders.geweigerd, name)).toMatchObject({
        status: 'geweigerd',
        melding: expect.stringMatching(/^[A-Z].*\. .*\.$|Leeg/),
      });
    expect(stored).toEqual(['<goed/>']);
    expect(readdirSync(folders.in)).toEqual([]);
  });

  it('of a zip tells each message by its name, and is refused when all of them are', async () => {
    put('b.zip', 'map/a.xml b.xml');
    await served(
      inbox({ verdict: async (_p, id) => ({ id, status: id === idOf('b.xml') ? 'geweigerd' : 'afgekeurd' }) }),
    );
    expect(json(folders.verwerkt, 'b.zip.json')).toEqual({
      berichten: [
        { naam: 'map/a.xml', id: idOf('map/a.xml'), status: 'afgekeurd' },
        { naam: 'b.xml', id: idOf('b.xml'), status: 'geweigerd' },
      ],
    });
    status = 'geweigerd';
    put('c.zip', 'c.xml d.xml');
    await served(inbox());
    expect(readdirSync(folders.geweigerd).toSorted()).toEqual(['c.zip', 'c.zip.json']);
  });

  it('waits where it lies while its verdict does, without keeping others waiting, and is not taken twice', async () => {
    status = null;
    put('a.xml', '<a/>');
    const box = inbox({
      verdict: async (_p, id) => (id === idOf('<a/>') && status === null ? pause() : { id, status: 'x' }),
    });
    await box.round(0);
    await box.round(2_000);
    put('b.xml', '<b/>');
    await box.round(2_500);
    await box.round(4_500);
    while (!readdirSync(folders.verwerkt).includes('b.xml')) await pause();
    expect([stored, readdirSync(folders.in)]).toEqual([['<a/>', '<b/>'], ['a.xml']]);
    status = 'goedgekeurd';
    await box.ended();
    expect([stored, readdirSync(folders.in)]).toEqual([['<a/>', '<b/>'], []]);
  });

  it('is known again after a kill, and by a second process', async () => {
    status = null;
    put('a.xml', '<a/>');
    const killed = inbox();
    await killed.round(0);
    await killed.round(2_000);
    killed.stop();
    await killed.ended();
    expect(readdirSync(folders.in)).toEqual(['a.xml']);
    status = 'goedgekeurd';
    await Promise.all([served(inbox()), served(inbox())]);
    expect(new Set(stored)).toEqual(new Set(['<a/>']));
    expect(readdirSync(folders.verwerkt).toSorted()).toEqual(['a.xml', 'a.xml.json']);
    expect(failures).toEqual([]);
  });

  it('stays and is tried again, and what came after it too, when the message cannot be stored', async () => {
    put('a.xml', 'weg');
    put('b.xml', '<b/>');
    const box = inbox();
    await box.round(0);
    await expect(box.round(2_000)).rejects.toThrow('the store is away');
    expect([stored, readdirSync(folders.in).toSorted()]).toEqual([[], ['a.xml', 'b.xml']]);
    // The order of a party is kept: the second waits for the first.
    await box.round(2_500).catch(() => undefined);
    expect(stored).toEqual([]);
  });

  it('under a name that is used again is another file', async () => {
    const box = inbox();
    put('a.xml', '<een/>');
    await served(box);
    put('a.xml', '<twee/>');
    await served(box);
    renameSync(join(folders.verwerkt, 'a.xml'), join(folders.in, 'a.xml'));
    await served(box);
    expect(stored).toEqual(['<een/>', '<twee/>', '<een/>']);
    const ids = readdirSync(folders.verwerkt).filter((name) => name.endsWith('.json'));
    expect(ids.map((name) => json(folders.verwerkt, name).id).toSorted()).toEqual(
      [idOf('<een/>'), idOf('<twee/>')].toSorted(),
    );
  });
});

function pause(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), 5));
}
