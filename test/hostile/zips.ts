import { makeZip } from '../bundle/make-zip.ts';
import { jw305 } from '../xml/voorbeeld.ts';
import { type HostileCase, utf8 } from './case.ts';

const MIB = 2 ** 20;
const good = utf8(jw305().replace('>A1<', '>Z1<'));
const other = utf8(jw305().replace('>A1<', '>Z2<').replace('>42420001<', '>42420002<'));

type Row = readonly [name: string, make: () => Uint8Array, refused: string];

const ZIPS: readonly Row[] = [
  [
    'a bomb: 20 MB of zeros in each of thirty',
    () => makeZip(Array.from({ length: 30 }, (_, i) => ({ naam: `${i}.xml`, bytes: Buffer.alloc(20 * MIB) }))),
    '413 IB904',
  ],
  [
    'a bomb that says that it is small',
    () => makeZip([{ naam: 'a.xml', bytes: Buffer.alloc(60 * MIB), size: 10 }]),
    '413 IB904',
  ],
  ['a file of 30 MiB', () => makeZip([{ naam: 'a.xml', bytes: Buffer.alloc(30 * MIB, ' ') }]), '413 IB904'],
  ['nothing in it', () => makeZip([]), '422 IB905'],
  ['31 files', () => makeZip(Array.from({ length: 31 }, (_, i) => ({ naam: `${i}.xml`, bytes: good }))), '422 IB902'],
  [
    '60,000 files',
    () => makeZip(Array.from({ length: 60_000 }, (_, i) => ({ naam: `${i}`, bytes: utf8('x'), stored: true }))),
    '422 IB902',
  ],
  [
    'more files than it says',
    () =>
      makeZip(
        [
          { naam: 'a.xml', bytes: good },
          { naam: 'b.xml', bytes: good },
        ],
        { count: 1 },
      ),
    '422 IB901',
  ],
  ['fewer files than it says', () => makeZip([{ naam: 'a.xml', bytes: good }], { count: 9 }), '422 IB901'],
  ['a password', () => makeZip([{ naam: 'a.xml', bytes: good, flags: 1 }]), '422 IB903'],
  ['a checksum that is wrong', () => makeZip([{ naam: 'a.xml', bytes: good, crc: 1 }]), '422 IB901'],
  ['a zip in it', () => makeZip([{ naam: 'a.xml', bytes: makeZip([{ naam: 'b.xml', bytes: good }]) }]), '422 IB901'],
  ['a way of packing that nobody knows', () => makeZip([{ naam: 'a.xml', bytes: good, method: 99 }]), '422 IB901'],
  ['a name that climbs', () => makeZip([{ naam: '../../etc/a.xml', bytes: good }]), '422 IB901'],
  ['an absolute name', () => makeZip([{ naam: '/etc/a.xml', bytes: good }]), '422 IB901'],
  ['a link', () => makeZip([{ naam: 'a.xml', bytes: utf8('/etc/passwd'), mode: 0o120777 }]), '422 IB901'],
  ['bytes behind the end', () => makeZip([{ naam: 'a.xml', bytes: good }], { after: utf8('xx') }), '422 IB901'],
  ['something before the begin', () => makeZip([{ naam: 'a.xml', bytes: good }], { before: utf8('MZ') }), '422 IB901'],
  [
    'a message of another party',
    () =>
      makeZip([
        { naam: 'a.xml', bytes: good },
        { naam: 'b.xml', bytes: other },
      ]),
    '422 IB901',
  ],
  ['cut in half', () => makeZip([{ naam: 'a.xml', bytes: good }]).subarray(0, 200), '422 IB901'],
  ['a name of 60 KB', () => makeZip([{ naam: `${'a'.repeat(60_000)}.xml`, bytes: utf8('geen xml') }]), '422 IB901'],
  ['no zip', () => good, '422 IB901'],
];

export const ZIP_CASES: readonly HostileCase[] = ZIPS.map(([name, make, refused]) => ({
  name,
  make,
  refused,
  way: 'zip',
}));
