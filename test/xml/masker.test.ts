import { expect, it } from 'vitest';
import { gemaskeerd } from '../../src/xml/masker.ts';

it.each([
  ['Bsn', '999900006', '******006'],
  ['Bsn', ' 999900006 ', '******006'],
  ['Bsn', 'Jan', '‹gemaskeerd›'],
  ['Achternaam', 'Wit', '‹gemaskeerd›'],
  ['Datum', '2010-05-05', '‹gemaskeerd›'],
  ['Commentaar', 'x', '‹gemaskeerd›'],
  ['Emailadres', 'a@b.nl', '‹gemaskeerd›'],
  ['ToewijzingNummer', '123', '123'],
  ['ReferentieAanbieder', 'a'.repeat(100), `${'a'.repeat(60)}…`],
])('%s %j shows as %j', (element, waarde, getoond) => {
  expect(gemaskeerd(element, waarde)).toBe(getoond);
});
