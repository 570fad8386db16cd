import { describe, expect, test } from 'vitest';
import { claimSleutel } from '../../../src/rules/claims.ts';
import type { BerichtType } from '../../../src/standard/message-types.ts';
import { bericht, met } from '../builders.ts';
import { BERICHT, codes, meldingen, toewijzing, verzoek, wereld } from './wereld.ts';

const DAG = 'Header/BerichtIdentificatie/Dagtekening';
const bekend = { toewijzingen: [toewijzing(), toewijzing({ nummer: 1002, code: '45A02' })] };

describe('TR056: Identificatie', () => {
  test.each<[BerichtType, string]>([
    ['JW301', '0362'],
    ['JW305', '42420001'],
    ['JW319', '0362'],
    ['JW323', '42420001'],
  ])('%s: used before by its sender', (type, zender) => {
    const sleutel = claimSleutel.identificatie(zender, type, 'TEST1');
    expect(codes(bericht(type), wereld({ claims: { [sleutel]: 'eerder' } }), '9056')).toEqual({ Header: ['9056'] });
    expect(codes(bericht(type), wereld({ claims: { [sleutel]: BERICHT } }), '9056')).toEqual({});
    const ander = claimSleutel.identificatie(zender, 'JW307', 'TEST1');
    expect(codes(bericht(type), wereld({ claims: { [ander]: 'eerder' } }), '9056')).toEqual({});
  });
});

describe('TR135 and CS064: the calendar of Amsterdam on receipt', () => {
  test('the next day there may still be the evening before in UTC', () => {
    const morgen = met(bericht('JW315'), [DAG, '2026-03-03']);
    expect(codes(morgen, wereld({ ontvangenOp: '2026-03-02T22:59:59Z' }))).toEqual({ Header: ['8848'] });
    expect(codes(morgen, wereld({ ontvangenOp: '2026-03-02T23:00:00Z' }))).toEqual({});
  });

  test('also in a JW303, on FactuurDagtekening', () => {
    const pad = 'Header/DeclaratieFactuurIdentificatie/FactuurDagtekening';
    const oud = met(bericht('JW303', '2.3'), [pad, '2019-08-02']);
    expect(codes(oud, wereld({ ontvangenOp: '2019-08-01T12:00:00Z' }), '8848')).toEqual({ Header: ['8848'] });
    expect(codes(oud, wereld({ ontvangenOp: '2019-08-02T12:00:00Z' }), '8848')).toEqual({});
  });
});

describe('TR378: the gemeentecode of the day that counts', () => {
  const gemeente = (type: BerichtType, code: string) => {
    const veld = type === 'JW301' || type === 'JW319' ? 'Afzender' : 'Ontvanger';
    return met(bericht(type), [`Header/${veld}`, code]);
  };

  test('a code that no list knows', () => {
    expect(codes(gemeente('JW315', '9999'), wereld(), 'S300')).toEqual({ Header: ['S300'] });
    expect(meldingen(gemeente('JW315', '9999'), wereld())[0]).toContain('9999');
  });

  test('JW301 and JW315: the dates in the message', () => {
    const vot = gemeente('JW315', '0370');
    expect(codes(vot, wereld(), 'S300')).toEqual({ Header: ['S300'] });
    const deels = met(vot, ['Client/AangevraagdeProducten/AangevraagdProduct[1]/ToewijzingIngangsdatum', '2021-12-31']);
    expect(codes(deels, wereld(), 'S300')).toEqual({});
    const beschikking = met(gemeente('JW301', '0370'), [
      'Client/ToegewezenProducten/ToegewezenProduct[2]/Ingangsdatum',
      '2021-06-01',
    ]);
    expect(codes(beschikking, wereld(), 'S300')).toEqual({});
  });

  test.each<BerichtType>(['JW305', 'JW307', 'JW317', 'JW323'])('%s: the toewijzingen named', (type) => {
    const oud = { toewijzingen: [toewijzing({ ingangsdatum: '2021-06-01', einddatum: null })] };
    expect(codes(gemeente(type, '0370'), wereld(oud), 'S300')).toEqual({});
    expect(codes(gemeente(type, '0370'), wereld(bekend), 'S300')).toEqual({ Header: ['S300'] });
    expect(codes(gemeente(type, '0362'), wereld(bekend), 'S300')).toEqual({});
  });

  test('a declaratie of which no toewijzing is known: the day of receipt', () => {
    expect(codes(gemeente('JW323', '0370'), wereld(), 'S300')).toEqual({ Header: ['S300'] });
    const toen = { ontvangenOp: '2021-06-01T10:00:00Z' };
    expect(codes(gemeente('JW323', '0370'), wereld(toen), 'S300')).toEqual({});
  });

  test('JW319: the day of its request', () => {
    const toen = wereld({ verzoeken: [verzoek({ referentie: 'R1', ingangsdatum: '2021-06-01' })] });
    const antwoord = met(gemeente('JW319', '0370'), ['Antwoord/ReferentieAanbieder', 'R1']);
    expect(codes(antwoord, toen, 'S300')).toEqual({});
    expect(codes(antwoord, wereld({ verzoeken: [verzoek({ referentie: 'R1' })] }), 'S300')).toEqual({
      Header: ['S300'],
    });
  });

  test('JW319 on a change of old toewijzingen, wanted from a later day', () => {
    const verzoeken = [verzoek({ referentie: 'R1', soort: 'VOW', ingangsdatum: '2026-06-01' })];
    const antwoord = (code: string) => met(gemeente('JW319', code), ['Antwoord/ReferentieAanbieder', 'R1']);
    expect(codes(antwoord('0370'), wereld({ verzoeken }), 'S300')).toEqual({});
    expect(codes(antwoord('9999'), wereld({ verzoeken }), 'S300')).toEqual({ Header: ['S300'] });
  });

  test('JW319: the other gemeente exists', () => {
    const door = (code: string) =>
      met(
        bericht('JW319'),
        ['Antwoord/VerzoekAntwoord', '1'],
        ['Antwoord/RedenAfwijzingVerzoek', '8'],
        ['Antwoord/Woonplaatsbeginsel', { Gemeente: code }],
      );
    expect(codes(door('9999'), wereld(), 'S300')).toEqual({ 'Antwoord/Woonplaatsbeginsel': ['S300'] });
    expect(codes(door('0599'), wereld(), 'S300')).toEqual({});
  });

  test('JW303 (CS300)', () => {
    const oud = met(bericht('JW303', '2.3'), ['Header/Gemeente', '9999']);
    expect(codes(oud, wereld(), 'S300')).toEqual({ Header: ['S300'] });
    expect(codes(bericht('JW303', '2.3'), wereld(), 'S300')).toEqual({});
  });
});

describe('TR381 and CS329: product and categorie', () => {
  test.each<[BerichtType, string]>([
    ['JW301', 'Client/ToegewezenProducten/ToegewezenProduct'],
    ['JW305', 'Client/StartProducten/StartProduct'],
    ['JW307', 'Client/StopProducten/StopProduct'],
    ['JW315', 'Client/AangevraagdeProducten/AangevraagdProduct'],
  ])('%s', (type, lijst) => {
    const anders = met(bericht(type), [`${lijst}[2]/Product/Code`, '45Z99']);
    expect(codes(anders, wereld(bekend), 'S329')).toEqual({ [`${lijst}[2]`]: ['S329'] });
    expect(codes(bericht(type), wereld(bekend), 'S329')).toEqual({});
  });

  test('JW317: a new product', () => {
    const pad = 'Client/Verzoek/NieuweProducten/NieuwProduct';
    const anders = met(bericht('JW317'), [`${pad}[1]/Product/Categorie`, '44']);
    expect(Object.values(codes(anders, wereld(bekend), 'S329'))).toEqual([['S329']]);
    expect(codes(bericht('JW317'), wereld(bekend), 'S329')).toEqual({});
  });

  test('JW323 and JW303: a debet, but never a credit (IV085)', () => {
    const pad = 'Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]';
    const debet = met(bericht('JW323'), [`${pad}/ProductCode`, '45Z99']);
    expect(codes(debet, wereld(bekend), 'S329')).toEqual({ [pad]: ['S329'] });
    const credit = met(
      debet,
      [`${pad}/ProductReferentie/VorigReferentieNummer`, 'P0'],
      [`${pad}/IngediendBedrag/DebetCredit`, 'C'],
      ['Declaratie/TotaalIngediendBedrag/TotaalBedrag', '15000'],
    );
    expect(codes(credit, wereld(bekend), 'S329')).toEqual({});
    const oud = met(bericht('JW303', '2.3'), ['Clienten/Client[1]/Prestaties/Prestatie[1]/ProductCode', '45Z99']);
    expect(Object.values(codes(oud, wereld(bekend), 'S329'))).toEqual([['S329']]);
  });
});
