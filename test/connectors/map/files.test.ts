import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { foldersOf } from '../../../src/connectors/map/folders.ts';
import { type Listed, list } from '../../../src/connectors/map/listing.ts';
import { putAway } from '../../../src/connectors/map/put-away.ts';
import { readListed } from '../../../src/connectors/map/read-file.ts';
import { fates, forgetMark, putOut, tidy } from '../../../src/connectors/map/tray.ts';

const root = mkdtempSync(join(tmpdir(), 'ijw-map-'));
let from = '';
let to = '';
let nr = 0;
beforeEach(() => {
  nr++;
  [from, to] = [join(root, `in-${nr}`), join(root, `uit-${nr}`)];
  mkdirSync(from);
  mkdirSync(to);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function put(name: string, text = 'inhoud'): Promise<Listed> {
  writeFileSync(join(from, name), text);
  return find(name);
}
async function find(name: string): Promise<Listed> {
  const found = (await list(from)).find((file) => file.name.toString() === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}
const text = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('reading what was listed', () => {
  it('gives its bytes', async () => {
    const read = await readListed(from, await put('a.xml', 'één'), 100);
    expect(read.kind === 'bytes' && Buffer.from(read.bytes).toString()).toBe('één');
  });

  it('gives nothing of one that changed, grew, shrank or went since', async () => {
    const file = await put('a.xml');
    writeFileSync(join(from, 'a.xml'), 'inhoud en meer');
    expect(await readListed(from, file, 100)).toEqual({ kind: 'changed' });
    truncateSync(join(from, 'a.xml'), 2);
    expect(await readListed(from, file, 100)).toEqual({ kind: 'changed' });
    rmSync(join(from, 'a.xml'));
    expect(await readListed(from, file, 100)).toEqual({ kind: 'changed' });
    // What stands there in its place is no file.
    symlinkSync('/etc/hostname', join(from, 'a.xml'));
    expect(await readListed(from, file, 100)).toEqual({ kind: 'changed' });
  });

  it('follows no link, opens no folder, and reads no more than may be', async () => {
    writeFileSync(join(root, 'geheim'), 'geheim');
    symlinkSync(join(root, 'geheim'), join(from, 'link.xml'));
    mkdirSync(join(from, 'map.xml'));
    for (const name of ['link.xml', 'map.xml'])
      expect(await readListed(from, await find(name), 100)).toEqual({ kind: 'unfit', why: 'geen-bestand' });
    expect(await readListed(from, await put('groot.xml', '12345'), 4)).toEqual({ kind: 'unfit', why: 'te-groot' });
    expect(await readListed(from, await put('net.xml', '1234'), 4)).toMatchObject({ kind: 'bytes' });
  });
});

describe('putting away', () => {
  it('moves it, with what became of it beside it, and leaves nothing else', async () => {
    expect(await putAway(from, await put('a.xml'), to, { id: 1 })).toBe(true);
    expect([readdirSync(from), readdirSync(to).toSorted()]).toEqual([[], ['a.xml', 'a.xml.json']]);
    expect([text(to, 'a.xml'), JSON.parse(text(to, 'a.xml.json'))]).toEqual(['inhoud', { id: 1 }]);
    // Who may come into the folder may read it, whatever the umask of the gateway.
    expect(statSync(join(to, 'a.xml.json')).mode & 0o777).toBe(0o660);
  });

  it('replaces nothing but the same bytes', async () => {
    for (const [inhoud, id] of [
      ['een', 1],
      ['twee', 2],
      ['een', 3],
      ['drie', 4],
      ['twee', 5],
    ] as const)
      expect(await putAway(from, await put('a.xml', inhoud), to, { id })).toBe(true);
    const beside = ['a.xml', 'a~2.xml', 'a~3.xml'].map((name) => [
      text(to, name),
      JSON.parse(text(to, `${name}.json`)).id,
    ]);
    expect(beside).toEqual([
      ['een', 3],
      ['twee', 5],
      ['drie', 4],
    ]);
    expect(readdirSync(to)).toHaveLength(6);
  });

  it('writes through no link that lies in its way', async () => {
    symlinkSync(join(root, 'geheim'), join(to, 'a.xml.json'));
    symlinkSync(join(root, 'geheim'), join(to, 'a.xml'));
    writeFileSync(join(root, 'geheim'), 'geheim');
    expect(await putAway(from, await put('a.xml'), to, {})).toBe(true);
    expect(text(root, 'geheim')).toBe('geheim');
    expect(readdirSync(to).toSorted()).toEqual(['a.xml', 'a.xml.json', 'a~2.xml', 'a~2.xml.json']);
  });

  it('leaves what came under the same name meanwhile', async () => {
    const file = await put('a.xml', 'een');
    rmSync(join(from, 'a.xml'));
    await put('a.xml', 'twee');
    expect(await putAway(from, file, to, {})).toBe(false);
    expect([text(from, 'a.xml'), existsSync(join(to, 'a.xml'))]).toEqual(['twee', false]);
    rmSync(join(from, 'a.xml'));
    expect(await putAway(from, file, to, {})).toBe(false);
    expect(readdirSync(to)).toEqual([]);
  });

  it('moves a link as it is, and names of any length and of any bytes', async () => {
    symlinkSync('/etc/hostname', join(from, 'link.xml'));
    expect(await putAway(from, await find('link.xml'), to, {})).toBe(true);
    expect(readdirSync(to).toSorted()).toEqual(['link.xml', 'link.xml.json']);
    const long = Buffer.concat([Buffer.alloc(251, 'é'.codePointAt(0)), Buffer.from('.xml')]);
    for (const name of [long, Buffer.from([0xff, 0xfe, 0x0a, 0x2e, 0x78, 0x6d, 0x6c])]) {
      writeFileSync(Buffer.concat([Buffer.from(`${from}/`), name]), 'x');
      const [file] = await list(from);
      if (file === undefined) throw new Error('not listed');
      expect(await putAway(from, file, to, {})).toBe(true);
    }
    expect(readdirSync(from)).toEqual([]);
    expect(readdirSync(to)).toHaveLength(6);
  });

  it('takes a second name of the same file for what it is', async () => {
    const file = await put('a.xml');
    linkSync(join(from, 'a.xml'), join(from, 'b.xml'));
    expect(await putAway(from, file, to, {})).toBe(true);
    expect(readdirSync(from)).toEqual(['b.xml']);
  });
});

describe('what lies in uit', () => {
  const ID = '0196f000-0000-7000-8000-000000000001';
  const fateOf = async () => (await fates(to))?.(ID);

  it('lies there whole, until the party takes it', async () => {
    expect(await putOut(to, ID, Buffer.from('<a/>'))).toBe('lies');
    expect(text(to, `${ID}.xml`)).toBe('<a/>');
    expect(readdirSync(to).filter((name) => !name.startsWith('.'))).toEqual([`${ID}.xml`]);
    expect(await fateOf()).toBe('lies');
    expect(await putOut(to, ID, Buffer.from('<a/>'))).toBe('lies');
    rmSync(join(to, `${ID}.xml`));
    expect(await fateOf()).toBe('taken');
    await forgetMark(to, ID);
    expect([await fateOf(), readdirSync(to)]).toEqual(['unknown', []]);
  });

  it('is not put there twice when it was taken before that was written down', async () => {
    await putOut(to, ID, Buffer.from('<a/>'));
    rmSync(join(to, `${ID}.xml`));
    expect(await putOut(to, ID, Buffer.from('<a/>'))).toBe('taken');
    expect(readdirSync(to)).toEqual([`.${ID}.ligt`]);
  });

  it.each([
    ['half a part', [[`.${ID}.xml`, '<']]],
    [
      'a part and its mark',
      [
        [`.${ID}.xml`, '<'],
        [`.${ID}.ligt`, ''],
      ],
    ],
  ] as const)('is put there anew when an earlier attempt left %s', async (_, left) => {
    for (const [name, inhoud] of left) writeFileSync(join(to, name), inhoud);
    expect(await putOut(to, ID, Buffer.from('<a/>'))).toBe('lies');
    expect(text(to, `${ID}.xml`)).toBe('<a/>');
  });

  it('goes through no link that lies in its way', async () => {
    writeFileSync(join(root, 'geheim'), 'geheim');
    for (const name of [`.${ID}.xml`, `.${ID}.ligt`]) symlinkSync(join(root, 'geheim'), join(to, name));
    expect(await putOut(to, ID, Buffer.from('<a/>'))).toBe('lies');
    expect(text(root, 'geheim')).toBe('geheim');
  });

  it('is not known of a folder that is not there', async () => {
    rmSync(to, { recursive: true });
    expect(await fates(to)).toBeNull();
    await expect(putOut(to, ID, Buffer.from('<a/>'))).rejects.toThrow('ENOENT');
  });

  it('is tidied of what is a month old and nobody’s', async () => {
    for (const name of [`.${ID}.xml`, `.${ID}.ligt`, '.anders', `${ID}.xml`]) writeFileSync(join(to, name), '');
    await tidy(to, new Date());
    expect(readdirSync(to)).toHaveLength(4);
    await tidy(to, new Date(Date.now() + 31 * 24 * 3_600_000));
    expect(readdirSync(to).toSorted()).toEqual(['.anders', `${ID}.xml`]);
  });

  it('is of parties only', () => {
    expect(foldersOf('/m', '0362').uit).toBe('/m/uit/0362');
    for (const party of ['', '..', '../0362', '036', '42420001/x']) expect(() => foldersOf('/m', party)).toThrow();
  });
});
