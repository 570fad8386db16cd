import { describe, expect, it } from 'vitest';
import { zonderBsn } from '../../src/xml/bsn-in-tekst.ts';
import { kenmerk, kenmerkVeld } from '../../src/xml/kenmerk.ts';
import { codeGemaskeerd, gemaskeerd } from '../../src/xml/masker.ts';

const WEG = '‹gemaskeerd›';

describe('a value in a text', () => {
  it.each([
    ['Bsn', '999900006', '******006'],
    ['Bsn', ' 999900006 ', '******006'],
    ['Bsn', 'Jan', WEG],
    ['Achternaam', 'Wit', WEG],
    ['Datum', '2010-05-05', WEG],
    ['Commentaar', 'x', WEG],
    ['Emailadres', 'a@b.nl', WEG],
    ['ToewijzingNummer', '123', '123'],
    ['ToewijzingNummer', '999900007', '999900007'],
  ])('%s %j shows as %j', (element, waarde, getoond) => {
    expect(gemaskeerd(element, waarde)).toBe(getoond);
  });

  it.each(['ToewijzingNummer', 'ReferentieAanbieder', 'Identificatie', 'Code', 'Begindatum', 'ZorgverlenerCode'])(
    'of %s: nine digits of the 11-proef never, nor loose words',
    (element) => {
      for (const waarde of ['999900006', '9999.00.006', '999 900 006', 'X-999900006', '1999900006', '99990000612'])
        expect(gemaskeerd(element, waarde)).not.toMatch(/9{4}.?[09]/);
      for (const waarde of [
        'Sanne de Vries',
        'Jansen',
        'jansen',
        'Jan Wit 12',
        'Kerkstraat 1',
        'a'.repeat(100),
        'Wit;Jan',
      ])
        expect(gemaskeerd(element, waarde)).toBe(WEG);
    },
  );

  it.each([
    ['Einddatum', '2026-02-30'],
    ['Einddatum', '30-02-2026'],
    ['Toewijzingstijd', '12:00:00+01:00'],
    ['Code', '45A99'],
    ['Categorie', '4'],
    ['LandCode', 'XX'],
    ['ZorgverlenerCode', '42420001'],
    ['Volume', '-5'],
    ['BerichtXsdVersie', '1.0.0'],
    ['ReferentieAanbieder', 'NOOR-2025-1'],
    ['Identificatie', 'AANV2025001'],
    ['Identificatie', 'TEST'],
    ['Einddatum', ''],
  ])('%s %j, an ordinary wrong one, is shown', (element, waarde) => {
    expect(gemaskeerd(element, waarde)).toBe(waarde);
  });
});

describe('a wrong code', () => {
  it.each([
    ['Geslacht', '7', ['0', '1', '2', '9'], '7'],
    ['Geslacht', '12', ['0', '1', '2', '9'], '12'],
    ['Geslacht', 'M', ['0', '1', '2', '9'], 'M'],
    ['Eenheid', '999', ['01', '04'], '999'],
    ['LandCode', 'XX', ['NL', 'BE'], 'XX'],
    ['LandCode', '', ['NL', 'BE'], ''],
    ['Geslacht', 'JAN', ['0', '1'], WEG],
    ['Geslacht', 'Jan', ['0', '1'], WEG],
    ['LandCode', 'Nederland', ['NL'], WEG],
    ['Eenheid', '999900006', ['01', '04'], WEG],
  ])('%s %j of %j shows as %j', (element, waarde, codes, getoond) => {
    expect(codeGemaskeerd(element, waarde, codes)).toBe(getoond);
  });
});

it.each([
  ['999900006', '******006'],
  ['kind 999900006, zus 999990019.', 'kind ******006, zus ******019.'],
  ['9999-00-006', '****-**-006'],
  ['9 9 9 9 0 0 0 0 6', '* * * * * * 0 0 6'],
  ['20260101999900006', '20260101******006'],
  ['999900006001', '******006001'],
  ['999900007', '999900007'],
  ['000000000', '000000000'],
  // What the gateway itself calls a message: no BSN begins with two zeros.
  ['IG000000012G', 'IG000000012G'],
  ['00999900006', '00******006'],
  ['REF77469792-1', 'REF77469792-1'],
  ['2026-01-01 en 2026-01-31', '2026-01-01 en 2026-01-31'],
  ['42420001', '42420001'],
  ['', ''],
])('%j without a BSN is %j', (tekst, verwacht) => {
  expect(zonderBsn(tekst)).toBe(verwacht);
});

it.each([
  ['AANV2025001', 'AANV2025001'],
  ['NOOR-2025-1', 'NOOR-2025-1'],
  ['2025 001', '2025 001'],
  ['BSN999900006', 'BSN******006'],
  ['Sanne de Vries', WEG],
  ['Sanne', WEG],
  ['1'.repeat(41), WEG],
])('the reference %j shows as %j', (waarde, getoond) => {
  expect(kenmerk(waarde)).toBe(getoond);
});

it.each([
  ['BSN999900006', 'BSN******006'],
  ['999900006-a', '******006-a'],
  // By chance: the number of an envelope is as it was sent, or nobody finds it again.
  ['8f14e45f-ceea-467e-9b5d-abc999900006', '8f14e45f-ceea-467e-9b5d-abc999900006'],
  ['019AB3F0-1C2D-7E3F-8A4B-999900006ABC', '019AB3F0-1C2D-7E3F-8A4B-999900006ABC'],
  // No UUID: there is no such version, nor such a variant, and this is more than one.
  ['8f14e45f-ceea-067e-9b5d-abc999900006', '8f14e45f-ceea-067e-9b5d-abc******006'],
  ['8f14e45f-ceea-467e-1b5d-abc999900006', '8f14e45f-ceea-467e-1b5d-abc******006'],
  ['8f14e45f-ceea-467e-9b5d-abc999900006/1', '8f14e45f-ceea-467e-9b5d-abc******006/1'],
])('the reference %j in a field of its own is %j', (waarde, getoond) => {
  expect(kenmerkVeld(waarde)).toBe(getoond);
});
