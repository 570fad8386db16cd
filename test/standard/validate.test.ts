import { describe, expect, test } from 'vitest';
import type { JW319 } from '../../src/standard/generated/ijw-3.2.ts';
import { validateInhoud } from '../../src/standard/validate.ts';

const GOED: JW319 = {
  Header: {
    BerichtCode: '488',
    BerichtVersie: '3',
    BerichtSubversie: '2',
    Afzender: '0362',
    Ontvanger: '42420001',
    BerichtIdentificatie: { Identificatie: 'IG1', Dagtekening: '2026-02-28' },
    XsdVersie: { BasisschemaXsdVersie: '0.1.0', BerichtXsdVersie: '0.1.0' },
  },
  Antwoord: { ReferentieAanbieder: 'r-1', VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '4' },
};

const fouten = (inhoud: unknown) => validateInhoud('3.2', 'JW319', inhoud);
const metHeader = (velden: object) => fouten({ ...GOED, Header: { ...GOED.Header, ...velden } });
const metAntwoord = (velden: object) => fouten({ ...GOED, Antwoord: { ...GOED.Antwoord, ...velden } });

test('a valid message has no faults', () => {
  expect(fouten(GOED)).toEqual([]);
});

test('an element that is there without value counts as absent', () => {
  expect(metAntwoord({ RedenAfwijzingVerzoek: undefined, Woonplaatsbeginsel: undefined })).toEqual([]);
});

describe('every departure is told with its place and no value', () => {
  test('a missing element', () => {
    expect(fouten({ Header: GOED.Header })).toEqual([{ pad: '/Antwoord', sleutelwoord: 'required' }]);
  });

  test('an unknown element', () => {
    expect(metAntwoord({ Onbekend: 'x' })).toEqual([{ pad: '/Antwoord', sleutelwoord: 'additionalProperties' }]);
  });

  test('several at once', () => {
    const gevonden = metHeader({ Afzender: '362', BerichtVersie: '2' }).map((fout) => fout.pad);
    expect(gevonden).toEqual(['/Header/BerichtVersie', '/Header/Afzender']);
  });

  test('a value outside its code list, its pattern or its length', () => {
    expect(metAntwoord({ VerzoekAntwoord: '3' })).toEqual([{ pad: '/Antwoord/VerzoekAntwoord', sleutelwoord: 'enum' }]);
    expect(metAntwoord({ ReferentieAanbieder: '  ' })).toEqual([
      { pad: '/Antwoord/ReferentieAanbieder', sleutelwoord: 'pattern' },
    ]);
    expect(metAntwoord({ ReferentieAanbieder: 'a'.repeat(37) })).toEqual([
      { pad: '/Antwoord/ReferentieAanbieder', sleutelwoord: 'maxLength' },
    ]);
  });

  test('a day that the calendar does not have', () => {
    const identificatie = { Identificatie: 'IG1', Dagtekening: '2026-02-29' };
    expect(metHeader({ BerichtIdentificatie: identificatie })).toEqual([
      { pad: '/Header/BerichtIdentificatie/Dagtekening', sleutelwoord: 'x-xs' },
    ]);
  });

  test('a number for a text, and an empty list', () => {
    expect(metHeader({ BerichtVersie: 3 })).toContainEqual({ pad: '/Header/BerichtVersie', sleutelwoord: 'type' });
    const leeg = { Header: { ...GOED.Header, RetourCodes: { RetourCode: [] } } };
    const pad = '/Header/RetourCodes/RetourCode';
    expect(validateInhoud('3.2', 'JW320', leeg)).toContainEqual({ pad, sleutelwoord: 'minItems' });
  });
});

test('lengths count characters, not UTF-16 units', () => {
  expect(metAntwoord({ ReferentieAanbieder: '😀'.repeat(36) })).toEqual([]);
});

test('a narrowed type keeps the bounds of the type that it narrows', () => {
  const header = { BtwPercentage: '10000' };
  const regel = { GeleverdVolume: '100000000', Eenheid: '01', ...header };
  const inhoud = { Clienten: { Client: [{ Prestaties: { Prestatie: [{ IngediendeBedragPrestatie: regel }] } }] } };
  const gevonden = validateInhoud('2.3', 'JW303', inhoud).filter((fout) => fout.sleutelwoord === 'x-maxInclusive');
  const pad = '/Clienten/Client/0/Prestaties/Prestatie/0/IngediendeBedragPrestatie';
  expect(gevonden.map((fout) => fout.pad).sort()).toEqual([`${pad}/BtwPercentage`, `${pad}/GeleverdVolume`]);
});
