import { makeZip } from '../bundle/make-zip.ts';
import { sheetBook } from '../sheets/sheet-book.ts';
import { type HostileCase, utf8 } from './case.ts';

const MIB = 2 ** 20;
/** As long as a token is: it is put in when the form is sent. */
export const TOKEN = '{csrf}'.padEnd(43, '.');

/** A form with files, as a browser sends it. */
function parts(
  fields: Readonly<Record<string, string>>,
  files: readonly (readonly [field: string, name: string, bytes: Uint8Array])[] = [],
): Buffer {
  const head = (rest: string) => utf8(`--b\r\nContent-Disposition: form-data; ${rest}\r\n\r\n`);
  const texts = Object.entries({ csrf: TOKEN, ...fields }).map(([name, text]) =>
    Buffer.concat([head(`name="${name}"`), utf8(text), utf8('\r\n')]),
  );
  const bodies = files.map(([field, name, bytes]) =>
    Buffer.concat([head(`name="${field}"; filename="${name}"`), bytes, utf8('\r\n')]),
  );
  return Buffer.concat([...texts, ...bodies, utf8('--b--\r\n')]);
}

const MULTI = { 'content-type': 'multipart/form-data; boundary=b' };
const PLAIN = { 'content-type': 'application/x-www-form-urlencoded' };

type Who = NonNullable<HostileCase['who']>;
const form = (
  who: Who,
  name: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  make: () => Uint8Array,
  refused: string,
): HostileCase => ({ way: 'form', name: `form: ${name}`, who, path, headers, make, refused });

const agreements = (file: string, bytes: () => Uint8Array) => () =>
  parts({ versie: '1' }, [['document', file, bytes()]]);
const far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';

/** What is posted to pages: by who is not signed in, by a party, by a beheerder. */
export const FORM_CASES: readonly HostileCase[] = [
  form('nobody', 'fields of 40 MB without a key', '/aanmelden', MULTI, () => parts(fieldsOf(40, MIB)), '413 Te groot'),
  form('nobody', '10 MB of key', '/aanmelden', PLAIN, () => utf8(`sleutel=${'x'.repeat(10 * MIB)}`), '413 Te groot'),
  form('nobody', '20,000 fields', '/aanmelden', PLAIN, () => utf8('a=&'.repeat(20_000)), '403 Geweigerd'),
  form(
    'nobody',
    'parts without a boundary',
    '/aanmelden',
    { 'content-type': 'multipart/form-data' },
    () => parts({}),
    '400 Ongeldig verzoek',
  ),
  form(
    'nobody',
    '__proto__ as a field',
    '/aanmelden',
    MULTI,
    () => parts(fieldsNamed('__proto__')),
    '400 Ongeldig verzoek',
  ),
  form(
    'nobody',
    'parts that are cut off',
    '/aanmelden',
    MULTI,
    () => parts({ a: 'x' }).subarray(0, 60),
    '400 Ongeldig verzoek',
  ),
  form(
    'nobody',
    'a part with a header of 100 KB',
    '/aanmelden',
    MULTI,
    () => utf8(`--b\r\nX: ${'x'.repeat(100_000)}\r\n\r\nx\r\n--b--\r\n`),
    '403 Geweigerd',
  ),
  form('nobody', 'NUL in a part', '/aanmelden', MULTI, () => parts({ a: '\u0000' }), '400 Ongeldig verzoek'),
  form('nobody', '100 fields', '/aanmelden', MULTI, () => parts(fieldsOf(100, 1)), '413 Te groot'),
  form(
    'nobody',
    'JSON',
    '/aanmelden',
    { 'content-type': 'application/json' },
    () => utf8('{"sleutel":{}}'),
    '403 Geweigerd',
  ),
  form(
    'aanbieder',
    'a file of 30 MiB',
    '/proberen',
    MULTI,
    () => parts({}, [['bestand', 'a.xml', Buffer.alloc(30 * MIB, ' ')]]),
    '413 Te groot',
  ),
  form('aanbieder', '40 MiB in three files', '/proberen', MULTI, () => parts({}, threeFiles()), '413 Te groot'),
  form(
    'aanbieder',
    '200 files',
    '/proberen',
    MULTI,
    () =>
      parts(
        {},
        Array.from({ length: 200 }, (_, i) => ['bestand', `${i}.xml`, utf8('x')] as const),
      ),
    '413 Te groot',
  ),
  form(
    'aanbieder',
    '60 MB of text',
    '/proberen',
    PLAIN,
    () => utf8(`csrf=${TOKEN}&bericht=${'x'.repeat(60 * MIB)}`),
    '413 Te groot',
  ),
  form(
    'aanbieder',
    'a BSN of 60 KB',
    '/berichten',
    PLAIN,
    () => utf8(`csrf=${TOKEN}&bsn=${'9'.repeat(60_000)}`),
    '422',
  ),
  form(
    'beheerder',
    'a workbook that unpacks to 70 MB',
    '/afspraken',
    MULTI,
    agreements('a.xlsx', () => makeZip([{ naam: 'xl/a.xml', bytes: Buffer.alloc(70 * MIB) }])),
    '422 Dit XLSX-bestand is uitgepakt te groot.',
  ),
  form(
    'beheerder',
    'a workbook of two cells in its corners',
    '/afspraken',
    MULTI,
    agreements('a.xlsx', () => sheetBook(far)),
    '422 Een blad van dit XLSX-bestand beslaat',
  ),
  form(
    'beheerder',
    'a workbook that is none',
    '/afspraken',
    MULTI,
    agreements('a.xlsx', () => utf8('PK maar geen zip')),
    '422 Dit bestand is geen leesbaar XLSX-bestand.',
  ),
  form(
    'beheerder',
    'a CSV of 10,000,000 cells',
    '/afspraken',
    MULTI,
    agreements('a.csv', () => utf8(`a;b\n${';'.repeat(10_000_000)}`)),
    '422 a.csv heeft te veel rijen of',
  ),
  form(
    'beheerder',
    'a CSV with a quote that never ends',
    '/afspraken',
    MULTI,
    agreements('a.csv', () => utf8(`a;b\n"${'x'.repeat(5 * MIB)}`)),
    '422 a.csv is geen CSV: een aanhalingsteken',
  ),
  form(
    'beheerder',
    'JSON 1,000,000 deep',
    '/afspraken',
    MULTI,
    agreements('a.json', () => utf8('['.repeat(1_000_000) + ']'.repeat(1_000_000))),
    '422 Afspraken: niet overgenomen',
  ),
  form(
    'beheerder',
    'JSON with 300,000 contracts of nothing',
    '/afspraken',
    MULTI,
    agreements('a.json', () => utf8(`{"contracten":[${'{},'.repeat(299_999)}{}]}`)),
    '422 Afspraken: niet overgenomen',
  ),
  form(
    'beheerder',
    '17 MiB of agreements',
    '/afspraken',
    MULTI,
    agreements('a.json', () => Buffer.alloc(17 * MIB, ' ')),
    '413 Te groot',
  ),
];

function fieldsOf(count: number, bytes: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, 'x'.repeat(bytes)]));
}

function fieldsNamed(name: string): Record<string, string> {
  return Object.fromEntries([[name, 'x']]);
}

function threeFiles(): (readonly [string, string, Uint8Array])[] {
  return [1, 2, 3].map((i) => ['bestand', `${i}.xml`, Buffer.alloc(14 * MIB, ' ')] as const);
}
