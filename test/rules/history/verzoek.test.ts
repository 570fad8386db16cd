import { describe, expect, test } from 'vitest';
import { claimSleutel } from '../../../src/rules/claims.ts';
import { bericht, met } from '../builders.ts';
import { ANDER, BERICHT, codes, verzoek, wereld } from './wereld.ts';

const EEN = 'Client/AangevraagdeProducten/AangevraagdProduct[1]';
const claim = (referentie: string, eigenaar: string) => ({
  claims: { [claimSleutel.referentieAanbieder('42420001', referentie)]: eigenaar },
});

describe('TR347: ReferentieAanbieder', () => {
  test('used before: on the product of a VOT, on the Verzoek of a VOW', () => {
    expect(codes(bericht('JW315'), wereld(claim('R1', 'eerder')))).toEqual({ [EEN]: ['9347'] });
    expect(codes(bericht('JW317'), wereld(claim('W1', 'eerder')), '9347')).toEqual({ 'Client/Verzoek': ['9347'] });
  });

  test('a message that is judged again does not clash with itself', () => {
    expect(codes(bericht('JW315'), wereld(claim('R1', BERICHT)))).toEqual({});
  });

  test('iJW 2.3 knows no 9347: 0001 for the message', () => {
    expect(codes(bericht('JW315', '2.3'), wereld())).toEqual({});
    const { claims } = claim('R1', 'eerder');
    expect(codes(bericht('JW315', '2.3'), wereld({ claims }))).toEqual({ Header: ['0001'] });
  });
});

describe('TR374: one request at a time', () => {
  test.each([
    ['open', verzoek(), ['9374']],
    ['in onderzoek', verzoek({ stand: 'onderzoek' }), ['9374']],
    ['assigned', verzoek({ stand: 'toegewezen' }), []],
    ['refused', verzoek({ stand: 'afgewezen' }), []],
    ['of another client', verzoek({ client: ANDER }), []],
    ['of this message itself', verzoek({ berichtId: BERICHT }), []],
  ])('an earlier request that is %s', (_, record, verwacht) => {
    const kennis = wereld({ verzoeken: [record] });
    expect(codes(bericht('JW315'), kennis)).toEqual(verwacht.length === 0 ? {} : { Client: verwacht });
    expect(codes(bericht('JW317'), kennis, '9374')).toEqual(
      verwacht.length === 0 ? {} : { 'Client/Verzoek': verwacht },
    );
  });

  test('a VOT is open until each of its products is closed', () => {
    const verzoeken = [verzoek({ stand: 'toegewezen' }), verzoek({ referentie: 'R10' })];
    expect(codes(bericht('JW315'), wereld({ verzoeken }))).toEqual({ Client: ['9374'] });
  });
});

describe('JW319', () => {
  const afwijzing = met(bericht('JW319'), [
    'Antwoord',
    { ReferentieAanbieder: 'R9', VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '2' },
  ]);
  const onderzoek = met(bericht('JW319'), ['Antwoord', { ReferentieAanbieder: 'R9', VerzoekAntwoord: '2' }]);

  test.each([
    ['unknown request', [], ['9355'], ['9355']],
    ['open', [verzoek()], [], []],
    ['in onderzoek', [verzoek({ stand: 'onderzoek', antwoorden: 1 })], [], ['9360']],
    ['refused', [verzoek({ stand: 'afgewezen', antwoorden: 1 })], ['9365'], ['9360', '9365']],
    ['assigned at once', [verzoek({ stand: 'toegewezen' })], ['9359'], ['9359']],
    ['assigned after onderzoek', [verzoek({ stand: 'toegewezen', antwoorden: 1 })], ['9359'], ['9359', '9360']],
  ])('%s', (_, verzoeken, bijAfwijzing, bijOnderzoek) => {
    const kennis = wereld({ verzoeken });
    expect(codes(afwijzing, kennis).Antwoord ?? []).toEqual(bijAfwijzing);
    expect(codes(onderzoek, kennis).Antwoord ?? []).toEqual(bijOnderzoek);
  });
});
