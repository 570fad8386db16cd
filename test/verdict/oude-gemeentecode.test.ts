import { describe, expect, it } from 'vitest';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { waardeVan } from '../../src/xml/tree.ts';
import { bericht, met } from '../rules/builders.ts';
import { afsprakenMet, CLIENT, mutatiesVan, type Omstandigheid, verdictOver } from './wereld.ts';

/** The code of a gemeente that was merged on 1 January 2022; R1 begins while it was valid, R2 after that. */
const OUD = '0370';
const product = (nr: number, pad: string) => `Client/AangevraagdeProducten/AangevraagdProduct[${nr}]/${pad}`;
const VOT: Bericht = met(
  bericht('JW315'),
  ['Header/Ontvanger', OUD],
  [product(1, 'ToewijzingIngangsdatum'), '2021-12-01'],
  [product(1, 'ToewijzingEinddatum'), '2021-12-31'],
  [product(2, 'ToewijzingIngangsdatum'), '2022-02-01'],
  [product(2, 'ToewijzingEinddatum'), '2022-05-31'],
);

function redenen(verdict: ReturnType<typeof verdictOver>) {
  return mutatiesVan(verdict, 'werkbak').map(({ item }) => [item.referentie, item.redenen]);
}

describe('a JW315 under an old gemeentecode', () => {
  it('is answered product by product, also for one that begins after the code had gone (TR378)', () => {
    const verdict = verdictOver(VOT);
    expect(verdict.status).toBe('goedgekeurd');
    expect(
      verdict.antwoorden.map((a) => [a.type, a.gemeente, waardeVan(a.inhoud, 'Antwoord/ReferentieAanbieder')]),
    ).toEqual([
      ['JW316', OUD, undefined],
      ['JW319', OUD, 'R1'],
      ['JW319', OUD, 'R2'],
    ]);
  });

  /** AgreementsVersion that let the later product be granted under the old code. */
  const afspraken = afsprakenMet((document) => {
    for (const regime of document.regimes) if (regime.code === 'NIEUW') regime.gemeenten.push(OUD);
  });

  it('waits with the reason where the JW301 itself would break TR378', () => {
    const verdict = verdictOver(VOT, { afspraken });
    expect(verdict.status).toBe('goedgekeurd');
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316', 'JW319']);
    expect(redenen(verdict)).toEqual([['R2', ['antwoord-in-strijd']]]);
    expect(verdict.bevindingen.find((b) => b.regel === 'GW-VOT-WERKBAK')?.melding).toMatch(/TR378: /);
    expect(verdict.signalen.map((s) => [s.soort, /TR378: /.test(s.melding)])).toEqual([['afwijking', true]]);
    expect(mutatiesVan(verdict, 'toewijzing')).toEqual([]);
  });
});

it('the JW319 of a gemeente has the days of its whole request (TR378)', () => {
  const record = (referentie: string, ingangsdatum: string): VerzoekRecord => ({
    ...{ referentie, soort: 'VOT', client: CLIENT, stand: 'open', antwoorden: 0, berichtId: 'vot', release: '3.2' },
    ...{ dagtekening: '2021-11-20', ingangsdatum },
  });
  const jw319 = met(
    bericht('JW319'),
    ['Header/Afzender', OUD],
    ['Antwoord/ReferentieAanbieder', 'R2'],
    ['Antwoord/RedenAfwijzingVerzoek', '4'],
    ['Antwoord/Woonplaatsbeginsel', undefined],
  );
  const bij = (kennis: Omstandigheid['kennis']) => verdictOver(jw319, { kennis: kennis ?? {} }).status;
  const laat = record('R2', '2022-02-01');
  expect(bij({ verzoeken: [laat, record('R1', '2021-12-01')] })).toBe('goedgekeurd');
  expect(bij({ verzoeken: [laat] })).toBe('afgekeurd');
  expect(bij({ verzoeken: [laat, { ...record('R1', '2021-12-01'), berichtId: 'another' }] })).toBe('afgekeurd');
});

describe('whatever our own rules have against a composed answer', () => {
  it('the request is judged and waits for the gemeente', () => {
    // Numbers that no XML may hold: the JW301 would fail its schema.
    const afspraken = afsprakenMet();
    const verdict = verdictOver(bericht('JW315'), { afspraken, nummers: 1_000_000_000 });
    expect(verdict.status).toBe('goedgekeurd');
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316']);
    expect(redenen(verdict)).toEqual([
      ['R1', ['antwoord-in-strijd']],
      ['R2', ['antwoord-in-strijd']],
    ]);
  });
});
