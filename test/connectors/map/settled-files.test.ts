import { describe, expect, it } from 'vitest';
import { kindOf, type Listed } from '../../../src/connectors/map/listing.ts';
import { SettledFiles } from '../../../src/connectors/map/settled-files.ts';

function file(name: string, anders: Partial<Record<'ino' | 'size' | 'mtimeNs' | 'ctimeNs', bigint>> = {}): Listed {
  const stat = { dev: 1n, ino: 7n, size: 10n, mtimeNs: 5n, ctimeNs: 5n, ...anders };
  return { name: Buffer.from(name), stat: stat as Listed['stat'] };
}
const names = (listed: readonly Listed[]) => listed.map(({ name }) => name.toString());

describe('which files are complete', () => {
  it('those that did not change for two seconds, however old they say they are', () => {
    const settled = new SettledFiles();
    expect(settled.look([file('a.xml')], 1_000)).toEqual([]);
    expect(settled.look([file('a.xml')], 2_999)).toEqual([]);
    expect(names(settled.look([file('a.xml')], 3_000))).toEqual(['a.xml']);
    expect(names(settled.look([file('a.xml')], 9_000))).toEqual(['a.xml']);
  });

  it.each([
    ['grows', { size: 11n }],
    ['is written in', { mtimeNs: 6n }],
    ['is another file', { ino: 8n }],
    ['gets other rights', { ctimeNs: 6n }],
  ])('not one that %s: it waits anew', (_, change) => {
    const settled = new SettledFiles();
    settled.look([file('a.xml')], 0);
    expect(settled.look([file('a.xml', change)], 2_000)).toEqual([]);
    expect(names(settled.look([file('a.xml', change)], 4_000))).toEqual(['a.xml']);
  });

  it('at once one that bore another name there a moment ago, unless it changed as well', () => {
    const settled = new SettledFiles();
    expect(settled.look([file('a.tmp'), file('.b.xml', { ino: 8n })], 0)).toEqual([]);
    const renamed = [file('a.xml', { ctimeNs: 6n }), file('b.xml', { ino: 8n, size: 11n, ctimeNs: 6n })];
    expect(names(settled.look(renamed, 100))).toEqual(['a.xml']);
    expect(names(settled.look(renamed, 200))).toEqual(['a.xml']);
  });

  it('in the order in which they were written, then by name', () => {
    const settled = new SettledFiles();
    const listed = [file('c.xml', { ino: 1n, mtimeNs: 9n }), file('b.xml', { ino: 2n }), file('a.xml', { ino: 3n })];
    settled.look(listed, 0);
    expect(names(settled.look(listed, 2_000))).toEqual(['a.xml', 'b.xml', 'c.xml']);
  });

  it('up to the first that is not: what was renamed later does not pass one that still waits', () => {
    const settled = new SettledFiles();
    const [old, part] = [file('a.xml', { ino: 1n, mtimeNs: 1n }), file('b.xml.deel', { ino: 2n, mtimeNs: 2n })];
    const [renamed, newest] = [file('b.xml', { ino: 2n, mtimeNs: 2n }), file('c.xml', { ino: 3n, mtimeNs: 3n })];
    expect(settled.look([old, part], 0)).toEqual([]);
    expect(settled.look([old, renamed], 100)).toEqual([]);
    expect(names(settled.look([old, renamed, newest], 2_000))).toEqual(['a.xml', 'b.xml']);
    // What has another name yet is nothing of ours, and keeps nobody waiting.
    expect(names(settled.look([renamed, newest, file('0.deel', { ino: 4n, mtimeNs: 1n })], 4_000))).toEqual([
      'b.xml',
      'c.xml',
    ]);
  });

  it('of those that are to be taken: XML and zip, and none that is hidden', () => {
    expect(['a.xml', 'A.XML', 'b.Zip', 'a.b.xml', 'a\nb.xml'].map((name) => kindOf(Buffer.from(name)))).toEqual([
      ...['xml', 'xml', 'zip', 'xml', 'xml'],
    ]);
    for (const name of ['.a.xml', '.xml', 'a.xml.part', 'a.json', 'xml', 'a.xml~'])
      expect(kindOf(Buffer.from(name))).toBeNull();
  });
});
