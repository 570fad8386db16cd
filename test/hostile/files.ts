import { gzipSync } from 'node:zlib';
import { jw305, jw315 } from '../xml/voorbeeld.ts';
import { type HostileCase, utf8 } from './case.ts';

const MIB = 2 ** 20;
const KOP = '<?xml version="1.0" encoding="UTF-8"?>\n';
const OPEN = '<jw305:Client>';
/** A message of its own: the same bytes of one party are one message. */
let nr = 0;
const eigen = (xml: string) => xml.replace('>A1<', `>H${++nr}<`);
/** With this text at the begin of the Client. */
const inClient = (text: string) => eigen(jw305()).replace(OPEN, () => OPEN + text);
const zonderKop = () => eigen(jw305({ kop: '' }));

function entities(levels: number, each: number): string {
  const lines = Array.from({ length: levels }, (_, level) => {
    const name = `e${level}`;
    return `<!ENTITY ${name} "${level === 0 ? 'lol' : `&e${level - 1};`.repeat(each)}">`;
  });
  return `<!DOCTYPE x [${lines.join('')}]>`;
}

/** Before the first byte as XML counts, in a file that is otherwise good. */
function doctype(text: string, use: string): Buffer {
  const xml = zonderKop().replace(OPEN, () => OPEN + use);
  return utf8(KOP + text + xml);
}

const utf16 = (text: string, big: boolean) =>
  big ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le');
const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** Puts bytes in the place of `@` in a message. */
function withBytes(bytes: readonly number[]): Buffer {
  const [before = '', after = ''] = eigen(jw305({ naam: '@' })).split('@');
  return Buffer.concat([utf8(before), Buffer.from(bytes), utf8(after)]);
}

type Row = readonly [name: string, make: () => Uint8Array, refused: string];

const FILES: readonly Row[] = [
  // Bombs and what is declared.
  ['a billion laughs', () => doctype(entities(10, 10), '&e9;'), 'geweigerd POORT-DOCTYPE'],
  [
    'quadratic entities',
    () => doctype(`<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]>`, '&a;'.repeat(20_000)),
    'geweigerd POORT-DOCTYPE',
  ],
  [
    'an entity of a file',
    () => doctype('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'),
    'geweigerd POORT-DOCTYPE',
  ],
  [
    'an entity of an address',
    () => doctype('<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:1/a">]>', '&a;'),
    'geweigerd POORT-DOCTYPE',
  ],
  [
    'a DTD of an address',
    () => doctype('<!DOCTYPE x SYSTEM "http://127.0.0.1:1/a.dtd">', ''),
    'geweigerd POORT-DOCTYPE',
  ],
  [
    'parameter entities',
    () => doctype('<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///dev/zero"> %a;]>', ''),
    'geweigerd POORT-DOCTYPE',
  ],
  [
    'an entity that names itself',
    () => doctype('<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', '&a;'),
    'geweigerd POORT-DOCTYPE',
  ],
  [
    'an attribute list of 10 MB',
    () => doctype(`<!DOCTYPE x [<!ATTLIST x ${'a CDATA "b" '.repeat(800_000)}>]>`, ''),
    '422 geen-ijw',
  ],
  ['a DOCTYPE that never ends', () => utf8(`${KOP}<!DOCTYPE ${'<!--'.repeat(200_000)}`), '422 geen-ijw'],
  ['entities that nobody declared', () => utf8(inClient('&onbekend;'.repeat(10_000))), 'geweigerd POORT-XML'],
  // Depth, width and length.
  ['65 deep', () => utf8(inClient('<a>'.repeat(63) + '</a>'.repeat(63))), 'geweigerd POORT-DIEPTE'],
  ['1,000,000 deep', () => utf8(inClient('<a>'.repeat(1_000_000))), 'geweigerd POORT-DIEPTE'],
  [
    '1,000,000 deep, closed',
    () => utf8(inClient('<a>'.repeat(1_000_000) + '</a>'.repeat(1_000_000))),
    'geweigerd POORT-DIEPTE',
  ],
  ['3,000,000 elements', () => utf8(inClient('<a/>'.repeat(3_000_000))), 'geweigerd POORT-ELEMENTEN'],
  ['an attribute of 20 MB', () => utf8(inClient(`<a b="${'x'.repeat(20 * MIB)}"/>`)), 'geweigerd POORT-ATTRIBUTEN'],
  [
    '200,000 attributes',
    () => utf8(inClient(`<a ${Array.from({ length: 200_000 }, (_, i) => `a${i}=""`).join(' ')}/>`)),
    'geweigerd POORT-ATTRIBUTEN',
  ],
  ['4,000 attributes of one name', () => utf8(inClient(`<a ${'a="" '.repeat(4_000)}/>`)), 'geweigerd POORT-XML'],
  [
    '2,000 namespaces',
    () => utf8(inClient(`<a ${Array.from({ length: 2_000 }, (_, i) => `xmlns:p${i}="u:${i}"`).join(' ')}/>`)),
    'geweigerd XSD',
  ],
  ['an element name of 1 MB', () => utf8(inClient(`<${'a'.repeat(MIB)}/>`)), 'geweigerd POORT-ATTRIBUTEN'],
  ['11 MiB of text', () => utf8(eigen(jw315('a '.repeat(5.5 * MIB)))), 'geweigerd POORT-TEKST'],
  ['a CDATA section of 20 MB', () => utf8(inClient(`<![CDATA[${'x'.repeat(20 * MIB)}]]>`)), 'geweigerd POORT-TEKST'],
  ['20 MB of ]]>', () => utf8(inClient(']]>'.repeat(3_000_000))), 'geweigerd POORT-XML'],
  ['1,000,000 comments', () => utf8(inClient('<!---->'.repeat(1_000_000))), 'geweigerd POORT-COMMENTAAR'],
  ['1,000,000 instructions', () => utf8(inClient('<?a?>'.repeat(1_000_000))), 'geweigerd POORT-COMMENTAAR'],
  ['a comment of 1 MB', () => utf8(inClient(`<!--${'x'.repeat(MIB)}-->`)), 'geweigerd POORT-COMMENTAAR'],
  ['a comment that never ends', () => utf8(inClient(`<!--${'x-'.repeat(MIB)}`)), 'geweigerd POORT-XML'],
  [
    '20 MB of blanks in the Header',
    () => utf8(eigen(jw305()).replace('<jw305:Header>', `<jw305:Header>${' '.repeat(20 * MIB)}`)),
    'geweigerd POORT-TEKST',
  ],
  ['25 MiB and a byte', () => Buffer.concat([utf8(eigen(jw305())), Buffer.alloc(25 * MIB, ' ')]), '413 te-groot'],
  ['40 MiB of zeros', () => Buffer.alloc(40 * MIB), '413 te-groot'],
  // Encodings.
  [
    'UTF-16 with a byte order mark',
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(zonderKop(), false)]),
    'geweigerd POORT-CODERING',
  ],
  ['UTF-16, big-endian, without one', () => utf16(zonderKop(), true), '422 geen-ijw'],
  ['UTF-32', () => Buffer.concat([...zonderKop()].map((c) => Buffer.from([0, 0, 0, c.charCodeAt(0)]))), '422 geen-ijw'],
  [
    'UTF-8 with a byte order mark',
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(eigen(jw305()))]),
    'geweigerd POORT-BOM',
  ],
  [
    'UTF-7, declared',
    () => utf8(eigen(jw305({ kop: '<?xml version="1.0" encoding="UTF-7"?>' }))),
    'geweigerd POORT-CODERING',
  ],
  [
    'ISO-8859-1, declared',
    () => latin1(eigen(jw305({ naam: 'Zoë', kop: '<?xml version="1.0" encoding="ISO-8859-1"?>' }))),
    'geweigerd POORT-CODERING',
  ],
  ['ISO-8859-1 that says UTF-8', () => latin1(eigen(jw305({ naam: 'Zoë' }))), 'geweigerd POORT-CODERING'],
  [
    'EBCDIC, declared',
    () => utf8(eigen(jw305({ kop: '<?xml version="1.0" encoding="IBM-1047"?>' }))),
    'geweigerd POORT-CODERING',
  ],
  [
    'an encoding of 60 KB',
    () => utf8(eigen(jw305({ kop: `<?xml version="1.0" encoding="${'U'.repeat(60_000)}"?>` }))),
    'geweigerd POORT-CODERING',
  ],
  ['an overlong slash', () => withBytes([0xc0, 0xaf]), 'geweigerd POORT-CODERING'],
  ['a surrogate in UTF-8', () => withBytes([0xed, 0xa0, 0x80]), 'geweigerd POORT-CODERING'],
  ['beyond the last character', () => withBytes([0xf4, 0x90, 0x80, 0x80]), 'geweigerd POORT-CODERING'],
  ['half a character', () => withBytes([0xe2, 0x82]), 'geweigerd POORT-CODERING'],
  ['NUL', () => withBytes([0]), 'geweigerd POORT-TEKENS'],
  ['1,000,000 times NUL', () => withBytes(Array(1_000_000).fill(0)), 'geweigerd POORT-TEKENS'],
  ['an escape sequence of a terminal', () => withBytes([0x1b, 0x5b, 0x32, 0x4a]), 'geweigerd POORT-TEKENS'],
  ['U+FFFE', () => withBytes([0xef, 0xbf, 0xbe]), 'geweigerd POORT-XML'],
  ['NUL as a reference', () => utf8(inClient('&#0;')), 'geweigerd POORT-XML'],
  ['a surrogate as a reference', () => utf8(inClient('&#xD800;')), 'geweigerd POORT-XML'],
  ['a reference of 1 MB of digits', () => utf8(inClient(`&#${'9'.repeat(MIB)};`)), 'geweigerd POORT-XML'],
  // Not XML, or not whole.
  ['nothing', () => utf8(''), '422 geen-ijw'],
  ['blanks', () => utf8(' '.repeat(MIB)), '422 geen-ijw'],
  [
    'random bytes',
    () => Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 255)),
    '422 geen-ijw',
  ],
  ['gzip', () => gzipSync(utf8(eigen(jw305()))), '422 geen-ijw'],
  ['JSON', () => utf8('{"Bericht":{}}'), '422 geen-ijw'],
  ['cut in the Header', () => utf8(eigen(jw305()).slice(0, 500)), 'geweigerd POORT-XML'],
  ['cut in the Client', () => utf8(eigen(jw305()).slice(0, -200)), 'geweigerd POORT-XML'],
  ['cut in the last tag', () => utf8(eigen(jw305()).trimEnd().slice(0, -1)), 'geweigerd POORT-XML'],
  ['two roots', () => utf8(eigen(jw305()) + zonderKop()), 'geweigerd POORT-XML'],
  ['text behind the end', () => utf8(`${eigen(jw305())}x`), 'geweigerd POORT-XML'],
  ['tags that cross', () => utf8(inClient('<a><b></a></b>')), 'geweigerd POORT-XML'],
  ['a prefix that nobody declared', () => utf8(inClient('<zz:a/>')), 'geweigerd POORT-XML'],
  [
    'a prefix declared anew, to another namespace',
    () => utf8(eigen(jw305()).replace(OPEN, '<jw305:Client xmlns:jw305="urn:x">')),
    'geweigerd XSD',
  ],
  [
    'xsi:type of another type',
    () =>
      utf8(
        eigen(jw305()).replace(
          OPEN,
          '<jw305:Client xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:anyType" xmlns:xs="http://www.w3.org/2001/XMLSchema">',
        ),
      ),
    'geweigerd XSD',
  ],
  [
    'an XInclude',
    () =>
      utf8(inClient('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>')),
    'geweigerd XSD',
  ],
  ['another release', () => utf8(eigen(jw305()).replaceAll('3_2', '9_9')), '422 geen-ijw'],
  [
    'two releases in one file',
    () => utf8(eigen(jw305()).replace('ijw/3_2/basisschema', 'ijw/2_3/basisschema')),
    'geweigerd XSD',
  ],
  [
    '__proto__ and constructor as elements',
    () => utf8(inClient('<__proto__><constructor/></__proto__>')),
    'geweigerd XSD',
  ],
  ['prototype as attributes', () => utf8(inClient('<a __proto__="x" constructor="y"/>')), 'geweigerd XSD'],
  // Errors without end.
  ['300,000 errors of the schema', () => utf8(inClient('<a/>'.repeat(300_000))), 'geweigerd XSD'],
  [
    '50,000 starts, each with three errors',
    () =>
      utf8(
        eigen(jw305({ starts: 50_000 }))
          .replaceAll('>12<', '>x<')
          .replaceAll('2024-01-02', '2024-13-45')
          .replaceAll('>45A01<', '>45A01 en nog veel meer<'),
      ),
    'geweigerd XSD',
  ],
  ['a value of 5 MB where nine digits belong', () => utf8(eigen(jw305({ bsn: '9'.repeat(5 * MIB) }))), 'geweigerd XSD'],
  [
    'digits against every pattern',
    () => utf8(eigen(jw305({ bsn: `${'1'.repeat(100_000)}x`, naam: `${'a '.repeat(50_000)}!` }))),
    'geweigerd XSD',
  ],
];

export const FILE_CASES: readonly HostileCase[] = FILES.map(([name, make, refused]) => ({
  name,
  make,
  refused,
  way: 'berichten',
}));
