import { describe, expect, it } from 'vitest';
import { monthText } from '../../src/dashboard/kit/value.tsx';
import { causeMeans } from '../../src/dashboard/words/causes.ts';
import { findParty } from '../../src/dashboard/words/find-party.ts';
import { findingText } from '../../src/dashboard/words/finding.ts';
import { statusMeans } from '../../src/dashboard/words/messages.ts';
import { namesOf } from '../../src/dashboard/words/names.ts';
import { RULE_NAMES } from '../../src/dashboard/words/rule-names.ts';
import { refusals, ruleName, rulesText } from '../../src/dashboard/words/rules.ts';
import type { Bevinding, Ernst } from '../../src/findings/bevinding.ts';
import { overzicht } from '../../src/rules/overzicht.ts';

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

it('has a short name for every rule, and for no other', () => {
  const codes = new Set(overzicht().regels.map(({ code }) => code));
  expect([...codes].filter((code) => ruleName(code) === null)).toEqual([]);
  expect(Object.keys(RULE_NAMES).filter((code) => !codes.has(code))).toEqual([]);
  expect(Object.values(RULE_NAMES).filter((naam) => naam.length > 50)).toEqual([]);
  expect(rulesText({ TR418: 1_002, XSD: 1, 'GW-NOG-NIET': 2 })).toBe(
    'TR418 ander tarief dan in het contract ×1.002, XSD past niet bij de structuur van de standaard, GW-NOG-NIET ×2',
  );
});

it('takes what only signals something for no refusal, also where a short look shows nothing of it', () => {
  const perRegel = { TR418: 12, TR322: 1, 'GW-DECLARATIETERMIJN': 3 };
  const een = (regel: string, ernst: Ernst): Bevinding => ({
    ...{ niveau: 3, regel, retourcode: null, ernst, pad: null, lijn: null, kolom: null, melding: '' },
  });
  const bevindingen = [een('TR418', 'fout'), een('TR322', 'signaal')];
  expect(refusals({ perRegel, bevindingen })).toEqual({ TR418: 12 });
  expect(refusals({ perRegel, bevindingen: [een('GW-DECLARATIETERMIJN', 'fout')] })).toEqual(perRegel);
});

it('writes dates and volumes of a finding as people do, and leaves numbers that name something', () => {
  const melding =
    'Met het volume 1500 wordt meer gedeclareerd: hoogstens 360000 minuten, waarvan 12000 al gedeclareerd op 2026-06-01.';
  expect(findingText(melding)).toBe(
    'Met het volume 1.500 wordt meer gedeclareerd: hoogstens 360.000 minuten, waarvan 12.000 al gedeclareerd op 01-06-2026.',
  );
  expect(findingText('ToewijzingNummer: 36225099, 1200 minuten')).toBe('ToewijzingNummer: 36225099, 1.200 minuten');
  expect(monthText('2026-06')).toBe('06-2026');
});

describe('a party that is looked for', () => {
  const partijen = [
    { code: '0362', naam: 'Amstelveen' },
    { code: '0363', naam: 'Amsterdam' },
    { code: '42420001', naam: 'Jeugdhulp Amsterdam' },
    { code: '42420002', naam: 'Zonnewende' },
  ];

  it.each([
    ['0999', { code: '0999' }],
    ['zonne', { code: '42420002' }],
    ['amsterdam', { code: '0363' }],
    ['Amstelveen (0362)', { code: '0362' }],
  ])('is found by %s', (getypt, gevonden) => {
    expect(findParty(getypt, partijen)).toEqual(gevonden);
  });

  it('is asked for once more where no name fits, or several do', () => {
    expect(findParty('xyz', partijen)).toHaveProperty('fout', expect.stringContaining('geen partij met deze naam'));
    expect(findParty('amst', partijen)).toEqual({
      fout: 'Deze naam past bij 3 partijen: Amstelveen (0362), Amsterdam (0363), Jeugdhulp Amsterdam (42420001). Kies er een.',
    });
  });
});

it('names the aanbieder of whom a text has the code alone', () => {
  const { named } = namesOf({
    ...{ regios: [], gemeenten: [], producten: [] },
    aanbieders: [{ agb: '42420004', naam: 'Zonnewende' }],
  } as unknown as Parameters<typeof namesOf>[0]);
  expect(named('van 42420004 wordt een JW305 verwacht')).toBe('van Zonnewende (42420004) wordt een JW305 verwacht');
  for (const zo of ['Zonnewende (42420004) wacht', 'van 42420009', 'nummer 142420004']) expect(named(zo)).toBe(zo);
});
