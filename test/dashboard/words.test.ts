import { expect, it } from 'vitest';
import { causeMeans } from '../../src/dashboard/words/causes.ts';
import { statusMeans } from '../../src/dashboard/words/messages.ts';

it('tells a sender of a refused declaratie what to send, and what not', () => {
  for (const type of ['JW323', 'JW303']) {
    expect(statusMeans('afgekeurd', type)).toContain('nieuw declaratienummer. Crediteren hoeft niet.');
    expect(statusMeans('deels-goedgekeurd', type)).toContain('alleen de afgewezen prestaties');
  }
  expect(statusMeans('afgekeurd', 'JW305')).toContain('nieuwe Identificatie');
  expect(statusMeans('goedgekeurd', 'JW323')).toContain('verwerkt');
  expect(statusMeans('iets anders', null)).toBeNull();
});

it('says what a cause is about in the words of the standard, else in those of the rule, and nothing where neither tells', () => {
  expect(causeMeans('TR418', '0611')).toBe('Het ingediende tarief komt niet overeen met het contractuele tarief.');
  expect(causeMeans('XSD', null)).toContain('structuur');
  expect(causeMeans('POORT-HEADER', null)).toContain('niet als bericht te lezen');
  expect(causeMeans('CS003', '0001')).toMatch(/^Een waarde ligt voor het begin/);
  expect(causeMeans('GW-DECLARATIETERMIJN', null)).toContain('is laat');
  expect(causeMeans('ONBEKEND', null)).toBeNull();
});
