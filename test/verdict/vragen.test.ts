import { describe, expect, it } from 'vitest';
import { antwoordVerwijzing, metAntwoordIds } from '../../src/verdict/antwoord-id.ts';
import { kennisVraagVan } from '../../src/verdict/kennis-vraag.ts';
import { nummerVraagVan } from '../../src/verdict/nummer-vraag.ts';
import { RAAKT_ALLES, raaktVan } from '../../src/verdict/raakt.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { bericht, met } from '../rules/builders.ts';
import { afsprakenMet, antwoordVan, BSN, mutatiesVan, verdictOver } from './wereld.ts';

const vraag = (b: Bericht) =>
  kennisVraagVan(b, { berichtId: 'b1', ontvangenOp: new Date('2026-03-02T09:30:00Z'), afspraken: afsprakenMet() });
const raakt = (b: Bericht) => raaktVan(vraag(b), b);
const delen = (a: Bericht, b: Bericht) => raakt(a).filter((sleutel) => raakt(b).includes(sleutel));
const naar = (gemeente: string, b: Bericht, bsn = BSN) =>
  met(b, ['Header/Ontvanger', gemeente], ['Header/BerichtIdentificatie/Identificatie', gemeente], ['Client/Bsn', bsn]);

describe('what must be known', () => {
  it('of a JW323: clients, numbers, references and every claim that it could make', () => {
    const v = vraag(bericht('JW323'));
    expect(v.bsns).toEqual(['999900006', '999900018']);
    expect(v.toewijzingNummers).toEqual([1001]);
    expect(v.prestatieReferenties).toEqual(['P1', 'P2', 'P3']);
    expect(v.declaraties).toBe(true);
    expect(v.claims).toEqual([
      'id|42420001|JW323|TEST1',
      'dec|42420001|D2026',
      'pre|42420001|P1',
      'pre|42420001|P2',
      'pre|42420001|P3',
    ]);
  });

  it('of a JW301: what was paid, for a lower ceiling or a removal', () => {
    expect(vraag(bericht('JW301')).declaraties).toBe(true);
    expect(vraag(bericht('JW315')).declaraties).toBe(false);
  });

  it('of what names toewijzingen by number: those alone, but for what takes back and for iJW 2.3', () => {
    const alle = (b: Bericht) => vraag(b).alleToewijzingen;
    expect([bericht('JW301'), bericht('JW305'), bericht('JW307')].map(alle)).toEqual([false, false, false]);
    expect([bericht('JW305', '2.3'), bericht('JW315'), bericht('JW317'), bericht('JW323')].map(alle)).toEqual(
      Array(4).fill(true),
    );
    const terug = met(bericht('JW305'), ['Client/StartProducten/StartProduct[1]/StatusAanlevering', '3']);
    expect(alle(terug)).toBe(true);
  });

  it('of answers: what they answer, by the party that sent it', () => {
    expect(vraag(bericht('JW325')).beantwoordt).toEqual({ type: 'JW323', zender: '42420001', identificatie: 'TEST0' });
    expect(vraag(bericht('JW304', '2.3')).beantwoordt).toEqual({
      type: 'JW303',
      zender: '42420001',
      identificatie: 'F2019',
    });
    const jw302: Bericht = { ...bericht('JW301'), type: 'JW302' };
    expect(vraag(jw302).beantwoordt).toEqual({ type: 'JW301', zender: '0362', identificatie: 'TEST1' });
    expect(vraag(bericht('JW315')).beantwoordt).toBeNull();
  });

  it('with the predecessors of the gemeente', () => {
    expect(vraag(naar('0439', bericht('JW305'))).gemeenten).toEqual(['0439', '0370']);
  });
});

describe('what two messages share', () => {
  it('a client, under a gemeente and its predecessor too', () => {
    expect(delen(naar('0439', bericht('JW305')), naar('0370', bericht('JW315')))).not.toEqual([]);
  });

  it('nothing, with other clients and numbers', () => {
    const een = naar('0439', bericht('JW315'));
    const ander = met(
      naar('0362', bericht('JW315'), '999900018'),
      ['Client/AangevraagdeProducten/AangevraagdProduct[1]/ReferentieAanbieder', 'R8'],
      ['Client/AangevraagdeProducten/AangevraagdProduct[2]/ReferentieAanbieder', 'R9'],
    );
    expect(delen(een, ander)).toEqual([]);
  });

  it('the order of declaraties', () => {
    const ander = met(bericht('JW323'), ['Header/BerichtIdentificatie/Identificatie', 'TEST2']);
    expect(delen(bericht('JW323'), ander)).toContain('declaraties|0362|42420001');
  });

  it('everything, with a message that reaches clients which it does not name', () => {
    for (const b of [bericht('JW319'), bericht('JW325')]) expect(raakt(b)).toContain(RAAKT_ALLES);
    expect(raakt(bericht('JW315'))).not.toContain(RAAKT_ALLES);
  });
});

it('numbers: a bound that judging never passes', () => {
  expect(nummerVraagVan(bericht('JW305'))).toEqual({ identificaties: 1, toewijzingen: 0 });
  expect(nummerVraagVan(bericht('JW325'))).toEqual({ identificaties: 0, toewijzingen: 0 });
  const b = bericht('JW315');
  const gevraagd = nummerVraagVan(b);
  const verdict = verdictOver(b);
  expect(gevraagd.identificaties).toBeGreaterThanOrEqual(verdict.antwoorden.length);
  expect(gevraagd.toewijzingen).toBeGreaterThanOrEqual(mutatiesVan(verdict, 'toewijzing').length);
});

it('what an answer brings names it by its id once that is given', () => {
  const verdict = verdictOver(bericht('JW315'));
  const ids = verdict.antwoorden.map((a) => `id-van-${a.type}`);
  const jw301 = antwoordVan(verdict, 'JW301');
  expect(mutatiesVan(verdict, 'toewijzing')[0]?.toewijzing.berichtId).toBe(antwoordVerwijzing(jw301.identificatie));
  const klaar = metAntwoordIds(verdict, ids);
  expect(mutatiesVan(klaar, 'toewijzing').map((m) => m.toewijzing.berichtId)).toEqual(['id-van-JW301', 'id-van-JW301']);
});
