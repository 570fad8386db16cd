import { describe, expect, it } from 'vitest';
import { BUNDLE_LIMITS } from '../../src/bundle/limits.ts';
import { type Bundle, readBundle } from '../../src/bundle/read-bundle.ts';
import { makeZip, type ZipPart } from './make-zip.ts';

const text = (naam: string, inhoud = `<${naam}/>`): ZipPart => ({ naam, bytes: Buffer.from(inhoud) });
const A = text('a.xml');
const MIB = 1024 * 1024;
/** By zipfile of Python 3.11, to what cannot seek; the second entry with force_zip64. */
const PIPED =
  'UEsDBBQACAAIAEKke10AAAAAAAAAAAAAAAAHAAAAZWVuLnhtbLNJTc3TtwMAUEsHCJVaZA4IAAAABgAAAFBLAwQtAAgACAAAACEA' +
  'AAAAAP//////////DAAUAG1hcC90d2VlLnhtbAEAEAAAAAAAAAAAAAAAAAAAAAAAsykpT03VtwMAUEsHCGxId7gJAAAAAAAAAAcA' +
  'AAAAAAAAUEsBAhQDFAAIAAgAQqR7XZVaZA4IAAAABgAAAAcAAAAAAAAAAAAAAIABAAAAAGVlbi54bWxQSwECLQMtAAgACAAAACEA' +
  'bEh3uAkAAAAHAAAADAAAAAAAAAAAAAAAgAE9AAAAbWFwL3R3ZWUueG1sUEsFBgAAAAACAAIAbwAAAJwAAAAAAA==';

async function refused(zip: Uint8Array) {
  const bundle: Bundle = await readBundle(zip);
  if (bundle.kind !== 'refused') throw new Error('it was taken');
  return bundle.refusal;
}
const codeOf = async (zip: Uint8Array) => (await refused(zip)).code;

describe('a zip that is taken', () => {
  it('gives its messages in the order of its list, packed or not, with folders as paths', async () => {
    const zip = makeZip([
      { naam: 'map/' },
      text('map/b.XML'),
      { ...A, stored: true },
      text('map/dieper/a.xml', '<α/>'),
    ]);
    const bundle = await readBundle(zip);
    expect(
      bundle.kind === 'read' && bundle.files.map(({ naam, bytes }) => [naam, Buffer.from(bytes).toString()]),
    ).toEqual([
      ['map/b.XML', '<map/b.XML/>'],
      ['a.xml', '<a.xml/>'],
      ['map/dieper/a.xml', '<α/>'],
    ]);
  });

  it('holds 30 messages, a comment, and a message of 25 MiB', async () => {
    const many = Array.from({ length: BUNDLE_LIMITS.files }, (_, nr) => text(`${nr}.xml`));
    expect(await readBundle(makeZip(many, { comment: Buffer.from('van ons') }))).toMatchObject({ kind: 'read' });
    const large = { naam: 'groot.xml', bytes: Buffer.alloc(BUNDLE_LIMITS.fileBytes, 0x20) };
    expect(await readBundle(makeZip([large]))).toMatchObject({ kind: 'read' });
  });

  it('may be written to a pipe by another program (Python): sizes behind the data, zip64', async () => {
    const bundle = await readBundle(Buffer.from(PIPED, 'base64'));
    expect(bundle).toMatchObject({ kind: 'read', files: [{ naam: 'een.xml' }, { naam: 'map/twee.xml' }] });
  });
});

describe('a zip that is refused', () => {
  const good = makeZip([A, text('b.xml')]);
  const bombs: ZipPart[] = Array.from({ length: 30 }, (_, nr) => ({ naam: `${nr}.xml`, bytes: Buffer.alloc(4 * MIB) }));

  it.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', Buffer.alloc(0), 'IB901', /beschadigd of afgebroken/],
    ['something else', Buffer.from('<?xml version="1.0"?><x/>'), 'IB901', /beschadigd of afgebroken/],
    ['half of one', good.subarray(0, good.length / 2), 'IB901', /beschadigd of afgebroken/],
    ['the end of one', good.subarray(20), 'IB901', /beschadigd of afgebroken/],
    ['an empty one', makeZip([]), 'IB905', /leeg/],
    ['folders only', makeZip([{ naam: 'map/' }]), 'IB905', /leeg/],
    ['31 messages', makeZip(Array.from({ length: 31 }, (_, nr) => text(`${nr}.xml`))), 'IB902', /meer dan 30/],
    ['2,000 folders', makeZip(Array.from({ length: 2_000 }, (_, nr) => ({ naam: `${nr}/` }))), 'IB902', /meer dan 30/],
    ['two bytes behind its end', makeZip([A], { after: Buffer.from('xx') }), 'IB901', /na zijn einde/],
    ['bytes before its first file', makeZip([A], { before: Buffer.from('MZ') }), 'IB901', /voor het eerste bestand/],
    ['bytes between its list and its end', makeZip([A], { beforeEnd: Buffer.from('0000') }), 'IB901', /lijst van best/],
    ['an entry more than its end says', makeZip([A, text('b.xml')], { count: 1 }), 'IB901', /lijst van bestanden/],
    ['an entry less than its end says', makeZip([A], { count: 2 }), 'IB901', /beschadigd/],
    ['bytes behind what is packed', makeZip([{ ...A, tail: Buffer.from('xx') }]), 'IB901', /na het einde van ‘a.xml’/],
    ['a wrong CRC', makeZip([A, { ...text('b.xml'), crc: 1 }]), 'IB901', /‘b.xml’ is beschadigd \(CRC\)/],
    ['a wrong CRC of what is not packed', makeZip([{ ...A, stored: true, crc: 1 }]), 'IB901', /beschadigd \(CRC\)/],
    ['a size that is not so', makeZip([{ ...A, size: 3 }]), 'IB901', /andere lengte/],
    [
      'what cannot be unpacked',
      makeZip([{ naam: 'a.xml', bytes: Buffer.alloc(9, 0xff), stored: true, method: 8 }]),
      'IB901',
      /niet uit te pakken/,
    ],
    ['another way of packing (LZMA)', makeZip([{ ...A, method: 14 }]), 'IB901', /op een manier die hier niet/],
    ['a password', makeZip([A, { ...text('b.xml'), flags: 1 }]), 'IB903', /wachtwoord/],
    ['strong encryption', makeZip([{ ...A, flags: 0x41 }]), 'IB903', /wachtwoord/],
    ['AES', makeZip([{ ...A, flags: 1, method: 99 }]), 'IB903', /wachtwoord/],
    [
      'another zip',
      makeZip([A, { naam: 'map/binnen.zip', bytes: good }]),
      'IB901',
      /‘map\/binnen.zip’ is een ander zip/,
    ],
    ['another file', makeZip([A, text('LEESMIJ.txt')]), 'IB901', /‘LEESMIJ.txt’ is een ander bestand/],
    ['a name that is nothing but .xml', makeZip([text('map/.xml')]), 'IB901', /ander bestand/],
    ['a file with the name of a folder', makeZip([text('map/')]), 'IB901', /ander bestand/],
    ['a link', makeZip([{ ...text('a.xml', '/etc/passwd'), mode: 0o120777 }]), 'IB901', /ander bestand/],
    ['a name twice', makeZip([A, text('a.xml', '<anders/>')]), 'IB901', /meer dan een keer/],
    ['a name that leaves the folder', makeZip([text('../a.xml')]), 'IB901', /wijst buiten/],
    ['a name from the root', makeZip([text('/etc/a.xml')]), 'IB901', /wijst buiten/],
    [
      'a message above 25 MiB, as it says',
      makeZip([{ naam: 'a.xml', bytes: Buffer.alloc(25 * MIB + 1) }]),
      'IB904',
      /‘a.xml’ te groot/,
    ],
    ['a bomb that says so', makeZip([{ ...A, size: 4_000_000_000 }]), 'IB904', /te groot/],
    [
      'a bomb that says that it is small',
      makeZip([{ naam: 'a.xml', bytes: Buffer.alloc(26 * MIB), size: 100 }]),
      'IB904',
      /te groot/,
    ],
    ['many that are large together, as they say', makeZip(bombs), 'IB904', /te groot/],
    [
      'many that say that they are small',
      makeZip(bombs.map((part) => ({ ...part, size: 100 }))),
      'IB901',
      /andere lengte/,
    ],
    ['more than 25 MiB of zip', Buffer.alloc(25 * MIB + 1), 'IB904', /zip-bestand is groter dan 25 MiB/],
  ])('%s', async (_, zip, code, melding) => {
    const refusal = await refused(zip);
    expect(refusal.code).toBe(code);
    expect(refusal.melding).toMatch(melding);
    // A sentence of what is wrong and one of what to do.
    expect(refusal.melding).toMatch(/^[A-Z].*[.;] .*\.$/);
  });

  it('unpacks no more of a bomb than a message may be: a thousandfold one is refused at once', async () => {
    const bomb = makeZip([{ naam: 'a.xml', bytes: Buffer.alloc(100 * MIB), size: 100 }]);
    const before = process.memoryUsage.rss();
    expect(await codeOf(bomb)).toBe('IB904');
    expect(process.memoryUsage.rss() - before).toBeLessThan(80 * MIB);
  });

  it('shows a name without what would hide or turn it, and not at full length', async () => {
    const { melding } = await refused(makeZip([text(`\u202e\n${'x'.repeat(200)}.exe`)]));
    expect(melding).toContain(`‘??${'x'.repeat(78)}…’`);
  });

  it('whichever byte of it is changed, it is refused or gives what went in', async () => {
    const zip = makeZip([text('a.xml', '<een>goed bericht</een>')]);
    for (let at = 0; at < zip.length; at++) {
      const changed = Buffer.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const bundle = await readBundle(changed);
      if (bundle.kind === 'read')
        expect(bundle.files.map(({ bytes }) => String(bytes))).toEqual(['<een>goed bericht</een>']);
    }
  });
});
