import { schrijfEnvelop } from '../../src/xml/stuf/write-envelope.ts';
import { envelop } from '../xml/stuf/make.ts';
import { jw305 } from '../xml/voorbeeld.ts';
import { type HostileCase, utf8 } from './case.ts';

const MIB = 2 ** 20;
const van = {
  zender: { organisatie: '42420001', applicatie: 'Zorgsysteem' },
  ontvanger: { organisatie: '0362', applicatie: 'GGk' },
  functie: 'JW305',
};
const heel = (anders = {}) =>
  Buffer.from(schrijfEnvelop(envelop({ ...van, ...anders }), utf8(jw305()))).toString('utf8');
const payload = /(<(?:\w+:)?(?:xml|tekst)Bestand[^>]*>)[^<]*/;

type Row = readonly [name: string, make: () => Uint8Array, refused: string];

const ENVELOPES: readonly Row[] = [
  ['no SOAP', () => utf8('<a/>'), '500 IB001'],
  ['nothing', () => utf8(''), '500 IB001'],
  [
    'a DOCTYPE with entities',
    () => utf8(heel().replace(/<\?xml[^>]*>/, '$&<!DOCTYPE a [<!ENTITY b "c">]>')),
    '500 IB001',
  ],
  [
    '1,000,000 deep',
    () => utf8(heel().replace(/<(\w+:)?Body>/, (body) => body + '<a>'.repeat(1_000_000))),
    '500 IB001',
  ],
  ['no base64', () => utf8(heel().replace(payload, '$1***')), '500 IB001'],
  ['base64 with entities in it', () => utf8(heel().replace(payload, '$1&#65;&lt;')), '500 IB001'],
  [
    '20 MB of headers of SOAP',
    () =>
      utf8(
        heel().replace(
          /<(\w+:)?Body>/,
          (body) =>
            `<x:Header xmlns:x="http://schemas.xmlsoap.org/soap/envelope/"><a>${'x'.repeat(20 * MIB)}</a></x:Header>${body}`,
        ),
      ),
    '500 IB001',
  ],
  ['40 MB of base64', () => utf8(heel().replace(payload, `$1${'QUFB'.repeat(10 * MIB)}`)), '500 IB003'],
  [
    'another party in it',
    () => utf8(heel({ zender: { organisatie: '42420002', applicatie: 'Zorgsysteem' } })),
    '500 IB002',
  ],
  ['a number that is none', () => utf8(heel({ referentienummer: 'x'.repeat(50_000) })), '500 IB001'],
  ['a functie that is none', () => utf8(heel({ functie: 'JW999' })), '500 IB004'],
  ['cut in the payload', () => utf8(heel().slice(0, 1500)), '500 IB001'],
  ['two bodies', () => utf8(heel().replace(/<(\w+:)?Body>[\s\S]*<\/(\w+:)?Body>/, '$&$&')), '500 IB001'],
  ['UTF-16', () => Buffer.from(heel(), 'utf16le'), '500 IB001'],
];

export const ENVELOPE_CASES: readonly HostileCase[] = ENVELOPES.map(([name, make, refused]) => ({
  name,
  make,
  refused,
  way: 'stuf',
}));
