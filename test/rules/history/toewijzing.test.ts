import { describe, expect, test } from 'vitest';
import { claimSleutel, toewijzingEigenaar } from '../../../src/rules/claims.ts';
import { leesToegewezen } from '../../../src/rules/history/toegewezen.ts';
import { lijstVan } from '../../../src/xml/tree.ts';
import { bericht, met } from '../builders.ts';
import { ANDER, CLIENT, codes, prestatie, toewijzing, verzoek, wereld } from './wereld.ts';

const EEN = 'Client/ToegewezenProducten/ToegewezenProduct[1]';
/** What the first product of the JW301 says. */
const ALS_EEN = leesToegewezen(
  lijstVan(bericht('JW301').inhoud, 'Client/ToegewezenProducten/ToegewezenProduct')[0] ?? {},
);
const TWEE = 'Client/ToegewezenProducten/ToegewezenProduct[2]';

describe('TR332: the number is unique in the gemeente', () => {
  const claim = (eigenaar: string) => wereld({ claims: { [claimSleutel.toewijzing('0362', 1001)]: eigenaar } });

  test('of another client or aanbieder: 9332; of this pair: a new version', () => {
    expect(codes(bericht('JW301'), claim(toewijzingEigenaar('42420001', ANDER)))).toEqual({ [EEN]: ['9332'] });
    expect(codes(bericht('JW301'), claim(toewijzingEigenaar('42420002', CLIENT)))).toEqual({ [EEN]: ['9332'] });
    expect(codes(bericht('JW301'), claim(toewijzingEigenaar('42420001', CLIENT)))).toEqual({});
  });

  test('iJW 2.3 knows no 9332: 0001 for the message', () => {
    const oud = met(bericht('JW301', '2.3'), [
      'Client/Beschikking/ToegewezenProducten/ToegewezenProduct[1]/ToewijzingNummer',
      '1001',
    ]);
    expect(codes(oud, claim(toewijzingEigenaar('42420001', ANDER)))).toEqual({ Header: ['0001'] });
    expect(codes(oud, claim(toewijzingEigenaar('42420001', CLIENT)))).toEqual({});
  });
});

describe('TR379: ReferentieAanbieder exactly when a request is honoured', () => {
  const metReferentie = met(bericht('JW301'), [`${EEN}/ReferentieAanbieder`, 'R9']);

  test.each([
    ['open', verzoek(), {}],
    ['in onderzoek', verzoek({ stand: 'onderzoek' }), {}],
    ['assigned already', verzoek({ stand: 'toegewezen' }), { [EEN]: ['9379'] }],
    ['refused', verzoek({ stand: 'afgewezen' }), { [EEN]: ['9379'] }],
    ['of another client', verzoek({ client: ANDER }), { [EEN]: ['9379'] }],
    ['of another reference', verzoek({ referentie: 'R8' }), { [EEN]: ['9379'] }],
  ])('request %s', (_, record, verwacht) => {
    expect(codes(metReferentie, wereld({ verzoeken: [record] }))).toEqual(verwacht);
  });

  test('absent on the initiative of the gemeente', () => {
    expect(codes(bericht('JW301'), wereld({ verzoeken: [verzoek()] }))).toEqual({});
  });

  test('the same version once more keeps its reference (IV013); a later version has none (IV097)', () => {
    const verzoeken = [verzoek({ stand: 'toegewezen' })];
    const versie = { referentieAanbieder: 'R9', toewijzingsdatum: '2026-03-01', toewijzingstijd: '10:00:00' };
    expect(codes(metReferentie, wereld({ verzoeken, toewijzingen: [toewijzing(versie)] }))).toEqual({});
    const later = met(metReferentie, [`${EEN}/Toewijzingstijd`, '11:00:00']);
    expect(codes(later, wereld({ verzoeken, toewijzingen: [toewijzing(versie)] }))).toEqual({ [EEN]: ['9379'] });
  });

  test('honouring a request: what is sent along unchanged has none, what it changed has it (IV094, IV097)', () => {
    const verzoeken = [verzoek()];
    const bekend = toewijzing(ALS_EEN);
    expect(codes(metReferentie, wereld({ verzoeken, toewijzingen: [bekend] }))).toEqual({ [EEN]: ['9379'] });
    expect(codes(bericht('JW301'), wereld({ verzoeken, toewijzingen: [bekend] }))).toEqual({});
    const anders = { ...bekend, einddatum: '2026-08-31' };
    expect(codes(metReferentie, wereld({ verzoeken, toewijzingen: [anders] }))).toEqual({});
    // Later than the version that is known, and yet the same.
    const later = met(metReferentie, [`${EEN}/Toewijzingstijd`, '23:00:00']);
    expect(codes(later, wereld({ verzoeken, toewijzingen: [bekend] }))).toEqual({ [EEN]: ['9379'] });
    const whole = [verzoek({ soort: 'VOW' })];
    const alles = met(metReferentie, [`${TWEE}/ReferentieAanbieder`, 'R9']);
    expect(codes(alles, wereld({ verzoeken: whole, toewijzingen: [bekend] }))).toEqual({});
  });

  test('honouring a change: every product carries the reference (IV093)', () => {
    const verzoeken = [verzoek({ soort: 'VOW' })];
    expect(codes(metReferentie, wereld({ verzoeken }))).toEqual({ [TWEE]: ['9379'] });
    expect(codes(met(metReferentie, [`${TWEE}/ReferentieAanbieder`, 'R9']), wereld({ verzoeken }))).toEqual({});
  });
});

describe('TR385: no removal after approved prestaties', () => {
  const weg = met(
    bericht('JW301'),
    [`${EEN}/RedenWijziging`, '13'],
    [`${EEN}/Einddatum`, '2026-04-01'],
    [`${EEN}/Ingangsdatum`, '2026-04-01'],
  );
  const toewijzingen = [toewijzing()];

  test('approved: 9385; credited, refused or none: fine', () => {
    expect(codes(weg, wereld({ toewijzingen, prestaties: [prestatie()] }))).toEqual({ [EEN]: ['9385'] });
    const credit = prestatie({ referentie: 'P2', vorigeReferentie: 'P1', debetCredit: 'C' });
    expect(codes(weg, wereld({ toewijzingen, prestaties: [prestatie(), credit] }))).toEqual({});
    expect(codes(weg, wereld({ toewijzingen, prestaties: [prestatie({ stand: 'afgewezen' })] }))).toEqual({});
    expect(codes(weg, wereld({ toewijzingen }))).toEqual({});
  });

  test('any other change is free', () => {
    expect(codes(bericht('JW301'), wereld({ toewijzingen, prestaties: [prestatie()] }))).toEqual({});
  });
});
