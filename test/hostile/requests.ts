import { gzipSync } from 'node:zlib';
import { jw305 } from '../xml/voorbeeld.ts';
import { type HostileCase, utf8 } from './case.ts';

const json = (
  name: string,
  path: string,
  body: string,
  refused: string,
  more: Partial<HostileCase> = {},
): HostileCase => ({
  ...{ name, path, refused, method: 'POST', way: 'json' },
  make: () => utf8(body),
  ...more,
});
const send = (name: string, refused: string, more: Partial<HostileCase>): HostileCase => ({
  ...{ name, refused, way: 'berichten' },
  make: () => utf8(jw305()),
  ...more,
});
const raw = (name: string, text: string | (() => string), refused: string): HostileCase => ({
  ...{ name, refused, way: 'raw' },
  make: () => utf8(typeof text === 'string' ? text : text()),
});

const ADRES =
  'POST /api/v1/berichten HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {sleutel}\r\nContent-Type: application/xml\r\n';

export const REQUEST_CASES: readonly HostileCase[] = [
  json('JSON 30,000 deep', '/zoeken', '['.repeat(30_000), '400 ongeldige-json'),
  json('JSON 30,000 deep, closed', '/zoeken', '['.repeat(30_000) + ']'.repeat(30_000), '422 onjuiste-invoer'),
  json('__proto__ in JSON', '/zoeken', '{"__proto__": {"bsn": "999900006"}}', '400 ongeldige-json'),
  json('constructor.prototype in JSON', '/zoeken', '{"constructor": {"prototype": {"a": 1}}}', '400 ongeldige-json'),
  json('NUL in JSON', '/zoeken', '{"bsn": "99990000\\u0000"}', '400 onbewaarbare-tekens'),
  json('half a character in JSON', '/zoeken', '{"bsn": "\\ud800"}', '400 onbewaarbare-tekens'),
  json('65 KiB of JSON', '/zoeken', `{"bsn": "${'9'.repeat(65 * 1024)}"}`, '413 te-groot'),
  json('a number without end', '/zoeken', `{"bsn": ${'9'.repeat(60_000)}}`, '422 onjuiste-invoer'),
  json(
    '6,000 keys',
    '/zoeken',
    `{${Array.from({ length: 6_000 }, (_, i) => `"k${i}":1`).join(',')}}`,
    '422 onjuiste-invoer',
  ),
  json('JSON with text behind it', '/zoeken', '{"bsn": "999900006"} x', '400 ongeldige-json'),
  json('no JSON at all', '/zoeken', '<a/>', '400 ongeldige-json'),
  json('a form', '/zoeken', 'bsn=999900006', '415 verkeerd-mediatype', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }),
  json('many parts', '/zoeken', '--x\r\n\r\n'.repeat(5_000), '415 verkeerd-mediatype', {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }),
  json('a path that climbs', '/berichten/..%2f..%2fetc%2fpasswd', '', '404 niet-gevonden', { method: 'GET' }),
  json('a path with NUL', '/berichten/%00', '', '400 onbewaarbare-tekens', { method: 'GET' }),
  json('a path that is no UTF-8', '/berichten/%ff%fe', '', '400 ongeldig-adres', { method: 'GET' }),
  json('a part of a path of 5 KB', `/berichten/${'a'.repeat(5_000)}`, '', '414 adres-te-lang', { method: 'GET' }),
  json(
    'a parameter that is given 1,000 times',
    `/berichten?${'type=JW315&'.repeat(1_000)}`,
    '',
    '400 ongeldige-parameter',
    { method: 'GET' },
  ),
  json(
    '1,500 parameters',
    `/berichten?${Array.from({ length: 1_500 }, (_, i) => `a${i}=b`).join('&')}`,
    '',
    '400 ongeldige-parameter',
    {
      method: 'GET',
    },
  ),
  json('SQL in a parameter', '/berichten?identificatie=%27%20or%201=1;--&limit=1;drop', '', '400 ongeldige-parameter', {
    method: 'GET',
  }),
  json('a limit without end', `/berichten?limit=${'9'.repeat(400)}`, '', '400 ongeldige-parameter', { method: 'GET' }),
  json('a method that nobody knows', '/berichten', '', '404 niet-gevonden', { method: 'PURGE' }),
  send('XML that says that it is JSON', '415 verkeerd-mediatype', { headers: { 'content-type': 'application/json' } }),
  send('no media type', '415 verkeerd-mediatype', { headers: { 'content-type': 'x' } }),
  send('packed on the way', '422 geen-ijw', {
    make: () => gzipSync(utf8(jw305())),
    headers: { 'content-encoding': 'gzip' },
  }),
  raw('100 KB of headers', () => `${ADRES}X: ${'x'.repeat(100_000)}\r\n\r\n`, '431 kop-te-groot'),
  raw(
    '5,000 headers',
    () => `${ADRES}${Array.from({ length: 5_000 }, (_, i) => `x${i}: y\r\n`).join('')}\r\n`,
    '431 kop-te-groot',
  ),
  raw('a header without end', `${ADRES}X: y`, '408 te-traag'),
  raw('a body that comes too slowly', `${ADRES}Content-Length: 1000\r\n\r\n<`, '408 te-traag'),
  raw('chunks that are none', `${ADRES}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, '400 ongeldig-verzoek'),
  raw(
    'extensions of chunks of 100 KB',
    () => `${ADRES}Transfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(100_000)}\r\n`,
    '413 te-groot',
  ),
  raw(
    'trailers of 100 KB',
    () => `${ADRES}Transfer-Encoding: chunked\r\n\r\n1\r\n<\r\n0\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
    '431 kop-te-groot',
  ),
  raw(
    'a query of 60 KB',
    () => `GET /api/v1/berichten?${'a=b&'.repeat(15_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    '431 kop-te-groot',
  ),
  raw(
    'a length and chunks',
    `${ADRES}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    '400 ongeldig-verzoek',
  ),
  raw('two lengths', `${ADRES}Content-Length: 5\r\nContent-Length: 6\r\n\r\n12345`, '400 ongeldig-verzoek'),
  raw('a length below nothing', `${ADRES}Content-Length: -1\r\n\r\n`, '400 ongeldig-verzoek'),
  raw('a length of 1 TB', `${ADRES}Content-Length: 1099511627776\r\n\r\n<`, '413 te-groot'),
  raw('no HTTP', '\u0016\u0003\u0001 hallo\r\n\r\n', '400 ongeldig-verzoek'),
  raw('NUL in a header', `${ADRES}X: a\u0000b\r\n\r\n`, '400 ongeldig-verzoek'),
];
