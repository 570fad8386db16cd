import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { valideerAfspraken } from '../../src/agreements/valideer.ts';
import { voorbeeldDocument } from './voorbeeld.ts';

type Doc = ReturnType<typeof voorbeeldDocument>;

function fouten(wijzig: (doc: Doc) => void) {
  const doc = voorbeeldDocument();
  wijzig(doc);
  const uitslag = valideerAfspraken(doc);
  return uitslag.kind === 'invalid' ? uitslag.fouten.map((f) => `${f.code} ${f.pointer}`) : [];
}

function waarschuwingen(wijzig: (doc: Doc) => void) {
  const doc = voorbeeldDocument();
  wijzig(doc);
  const uitslag = valideerAfspraken(doc);
  return uitslag.kind === 'valid' ? uitslag.waarschuwingen.map((f) => `${f.code} ${f.pointer}`) : ['invalid'];
}

function eerste<T>(lijst: readonly T[]): T {
  const [item] = lijst;
  if (item === undefined) throw new Error('empty');
  return item;
}

describe('a very large document', () => {
  const metWaarden = (aantal: number) => ({ ...voorbeeldDocument(), extra: Array.from({ length: aantal }, () => 0) });
  const gemeenten = (aantal: number) => ({
    ...voorbeeldDocument(),
    gemeenten: Array.from({ length: aantal }, () => 0),
  });

  test('is told its first mistake only, so that a document of nothing but mistakes costs no more', () => {
    const uitslag = valideerAfspraken(gemeenten(1_000_000));
    expect(uitslag).toMatchObject({ kind: 'invalid', fouten: [{ code: 'schema', pointer: '/gemeenten/0' }] });
    expect(uitslag.kind === 'invalid' && uitslag.fouten).toHaveLength(1);
    expect(valideerAfspraken(metWaarden(1_000_000))).toMatchObject({ fouten: [{ pointer: '/extra' }] });
  });

  test('of less than that is told all', () => {
    const uitslag = valideerAfspraken(gemeenten(500));
    expect(uitslag.kind === 'invalid' && uitslag.fouten.filter((f) => f.code === 'schema')).toHaveLength(500);
  });
});

describe('a valid document', () => {
  test('the small example has no errors and no warnings', () => {
    expect(valideerAfspraken(voorbeeldDocument())).toMatchObject({ kind: 'valid', waarschuwingen: [] });
  });

  test('the sample of the package is valid without warnings', () => {
    const sample: unknown = JSON.parse(readFileSync(new URL('../../samples/afspraken.json', import.meta.url), 'utf8'));
    expect(valideerAfspraken(sample)).toMatchObject({ kind: 'valid', waarschuwingen: [] });
  });

  test('optional fields are known', () => {
    expect(
      fouten((d) => {
        Object.assign(eerste(d.gemeenten), { retour: 'eigen', toewijzingNummerVanaf: 5 });
        Object.assign(eerste(d.regimes), { facturatie: { vorm: 'factuur', uiterlijkeMaanden: 3 } });
        const termijnen = [
          { percentage: 70, moment: 'start' },
          { percentage: 30, moment: 'einde' },
        ];
        Object.assign(eerste(d.producten), { termijnen, toestemming: 'lokaal-team', tariefDatum: 'toewijzing' });
        Object.assign(d, { bevriezing: [{ van: '2026-12-31T18:00', tot: '2027-01-04T08:00:00', releases: ['2.3'] }] });
      }),
    ).toEqual([]);
  });

  test('a contract without products and an hour tariff for minutes (IV081)', () => {
    expect(fouten((d) => (eerste(d.contracten).producten = []))).toEqual([]);
    expect(fouten((d) => (eerste(eerste(d.contracten).producten).tariefEenheid = '04'))).toEqual([]);
  });
});

describe('errors against the schema', () => {
  test.each([
    ['no object', null, ''],
    ['an array', [], ''],
  ])('%s', (_, json, pointer) => {
    expect(valideerAfspraken(json)).toMatchObject({ kind: 'invalid', fouten: [{ pointer, code: 'schema' }] });
  });

  test.each<[string, (d: Doc) => void, string]>([
    ['missing field', (d) => Reflect.deleteProperty(eerste(d.contracten), 'rol'), '/contracten/0/rol'],
    ['misspelt field', (d) => Object.assign(eerste(d.producten), { termijn: [] }), '/producten/0/termijn'],
    ['no such day', (d) => (eerste(d.regimes).geldigTot = '2021-02-30'), '/regimes/0/geldigTot'],
    ['amount in euros', (d) => (eerste(d.producten).signaalbudget = 5000.5), '/producten/0/signaalbudget'],
    ['agb too short', (d) => (eerste(d.aanbieders).agb = '4242'), '/aanbieders/0/agb'],
    ['unknown unit', (d) => (eerste(d.producten).eenheid = '99'), '/producten/0/eenheid'],
    [
      'name of 36 characters',
      (d) => Object.assign(eerste(d.gemeenten).postadres ?? {}, { organisatie: 'x'.repeat(36) }),
      '/gemeenten/0/postadres/organisatie',
    ],
    ['a control character', (d) => (eerste(d.aanbieders).naam = 'a\u0001'), '/aanbieders/0/naam'],
    ['reserved region', (d) => (eerste(d.regios).code = 'LANDELIJK'), '/regios/0/code'],
  ])('%s', (_, wijzig, pointer) => {
    expect(fouten(wijzig)).toContain(`schema ${pointer}`);
  });

  test('every error at once, own checks beside the schema', () => {
    const gevonden = fouten((d) => {
      Reflect.deleteProperty(d, 'versie');
      eerste(d.aanbieders).agb = 'x';
      eerste(d.gemeenten).regio = 'NERGENS';
      eerste(d.producten).zorgcategorie = 'verblijf';
    });
    expect(gevonden).toEqual(
      expect.arrayContaining([
        'schema /versie',
        'schema /aanbieders/0/agb',
        'onbekende-regio /gemeenten/0/regio',
        'signaalbudget-niet-ambulant /producten/0/signaalbudget',
      ]),
    );
  });

  test('a sentence in Dutch for each', () => {
    const uitslag = valideerAfspraken({ ...voorbeeldDocument(), versie: 7, extra: true });
    const meldingen = uitslag.kind === 'invalid' ? uitslag.fouten.map((f) => f.melding) : [];
    expect(meldingen).toContain('Hier hoort een tekst. Verbeter de waarde.');
    expect(meldingen).toContain('Het veld extra bestaat niet. Verwijder het of verbeter de naam.');
  });
});

describe('our own checks', () => {
  test.each<[string, (d: Doc) => void, string]>([
    ['duplicate region', (d) => d.regios.push({ code: 'AA', naam: 'x' }), 'dubbele-sleutel /regios/2'],
    ['duplicate aanbieder', (d) => d.aanbieders.push(eerste(d.aanbieders)), 'dubbele-sleutel /aanbieders/2'],
    [
      'duplicate regime',
      (d) =>
        d.regimes.push({ ...eerste(d.regimes), gemeenten: ['0362'], geldigVan: '2001-01-01', geldigTot: '2002-01-01' }),
      'dubbele-sleutel /regimes/2',
    ],
    ['duplicate product', (d) => d.producten.push(eerste(d.producten)), 'dubbele-sleutel /producten/1'],
    [
      'duplicate contract',
      (d) => d.contracten.push({ ...eerste(d.contracten), aanbieder: '42420002' }),
      'dubbele-sleutel /contracten/2',
    ],
    [
      'product twice in a contract',
      (d) => eerste(d.contracten).producten.push(eerste(eerste(d.contracten).producten)),
      'dubbele-sleutel /contracten/0/producten/1',
    ],
    [
      'gemeente twice in a regime',
      (d) => eerste(d.regimes).gemeenten.push('0362'),
      'dubbele-sleutel /regimes/0/gemeenten/3',
    ],
    [
      'overlapping entries of a gemeente',
      (d) => d.gemeenten.push({ ...eerste(d.gemeenten), geldigVan: '2020-01-01' }),
      'gemeente-overlapt /gemeenten/3',
    ],
    [
      'overlapping regimes by one day',
      (d) => (eerste(d.regimes).geldigTot = '2022-01-01'),
      'regime-overlapt /regimes/1/gemeenten/0',
    ],
    [
      'overlapping contracts by one day',
      (d) => (eerste(d.contracten).geldigTot = '2025-01-01'),
      'contract-overlapt /contracten/1',
    ],
    [
      'end before start',
      (d) => (eerste(d.contracten).geldigTot = '2021-12-31'),
      'periode-omgekeerd /contracten/0/geldigTot',
    ],
    [
      'unknown gemeente in a regime',
      (d) => eerste(d.regimes).gemeenten.push('9999'),
      'onbekende-gemeente /regimes/0/gemeenten/3',
    ],
    ['unknown opvolger', (d) => (eerste(d.gemeenten).opvolger = '9999'), 'onbekende-opvolger /gemeenten/0/opvolger'],
    ['opvolger of itself', (d) => (eerste(d.gemeenten).opvolger = '0362'), 'opvolger-kring /gemeenten/0/opvolger'],
    [
      'unknown regime of a product',
      (d) => (eerste(d.producten).regime = 'GEEN'),
      'onbekend-regime /producten/0/regime',
    ],
    [
      'unknown regime of a contract',
      (d) => (eerste(d.contracten).regime = 'GEEN'),
      'onbekend-regime /contracten/0/regime',
    ],
    [
      'unknown aanbieder',
      (d) => (eerste(d.contracten).aanbieder = '99999999'),
      'onbekende-aanbieder /contracten/0/aanbieder',
    ],
    [
      'product of no regime',
      (d) => (eerste(eerste(d.contracten).producten).code = '45Z99'),
      'onbekend-product /contracten/0/producten/0/code',
    ],
    [
      'product of another regime',
      (d) => (eerste(d.contracten).regime = 'OUD'),
      'onbekend-product /contracten/0/producten/0/code',
    ],
    [
      'ages the wrong way round',
      (d) => (eerste(d.producten).leeftijdVan = 18),
      'leeftijd-omgekeerd /producten/0/leeftijdTot',
    ],
    [
      'tariff in another unit',
      (d) => (eerste(eerste(d.contracten).producten).tariefEenheid = '16'),
      'tarief-eenheid /contracten/0/producten/0/tariefEenheid',
    ],
  ])('%s', (_, wijzig, verwacht) => {
    expect(fouten(wijzig)).toContain(verwacht);
  });

  test.each<[string, unknown, string]>([
    ['no such day', { van: '2026-02-30', tot: '2026-03-02' }, 'geen-moment /bevriezing/0/van'],
    ['no such hour', { van: '2026-03-01', tot: '2026-03-02T25:00' }, 'geen-moment /bevriezing/0/tot'],
    ['no moment at all', { van: '1 maart', tot: '2026-03-02' }, 'schema /bevriezing/0/van'],
    ['the wrong way round', { van: '2026-03-02', tot: '2026-03-01' }, 'bevriezing-omgekeerd /bevriezing/0/tot'],
    ['not a moment long', { van: '2026-03-02', tot: '2026-03-02T00:00' }, 'bevriezing-omgekeerd /bevriezing/0/tot'],
    ['another release', { van: '2026-03-01', tot: '2026-03-02', releases: ['3.1'] }, 'schema /bevriezing/0/releases/0'],
    ['no release', { van: '2026-03-01', tot: '2026-03-02', releases: [] }, 'schema /bevriezing/0/releases'],
  ])('a freeze: %s', (_, bevriezing, verwacht) => {
    expect(fouten((d) => Object.assign(d, { bevriezing: [bevriezing] }))).toEqual([verwacht]);
  });

  describe('the parts of a tariff', () => {
    const PLEK = '/contracten/0/producten/0/tariefDelen';
    const verblijf = (tariefDelen: unknown, tarief: number | null = 150) =>
      fouten((d) => {
        Object.assign(eerste(d.producten), { zorgcategorie: 'verblijf', signaalbudget: null });
        Object.assign(eerste(eerste(d.contracten).producten), { tarief, tariefDelen });
      });
    const delen = [
      { naam: 'verblijf', bedrag: 100 },
      { naam: 'behandeling', bedrag: 50 },
    ];

    test('sum to it', () => {
      expect(verblijf(delen)).toEqual([]);
      expect(verblijf(delen, 151)).toEqual([`tarief-delen-som ${PLEK}`]);
      expect(verblijf(delen, null)).toEqual([`tarief-delen-zonder-tarief ${PLEK}`]);
    });

    test('are of a stay, named once each, and more than nothing', () => {
      expect(fouten((d) => Object.assign(eerste(eerste(d.contracten).producten), { tariefDelen: delen }))).toEqual([
        `tarief-delen-niet-verblijf ${PLEK}`,
      ]);
      expect(verblijf(delen.map((deel) => ({ ...deel, naam: 'verblijf' })))).toEqual([`dubbele-sleutel ${PLEK}/1`]);
      expect(verblijf([{ naam: 'verblijf', bedrag: 0 }])).toEqual([`schema ${PLEK}/0/bedrag`]);
      expect(verblijf([])).toEqual([`schema ${PLEK}`]);
    });

    test('the sentence names both amounts', () => {
      const doc = voorbeeldDocument();
      Object.assign(eerste(doc.producten), { zorgcategorie: 'verblijf', signaalbudget: null });
      Object.assign(eerste(eerste(doc.contracten).producten), { tariefDelen: [{ naam: 'verblijf', bedrag: 100 }] });
      const uitslag = valideerAfspraken(doc);
      expect(uitslag.kind === 'invalid' && uitslag.fouten.map((f) => f.melding)).toEqual([
        'De tariefdelen van product 45A01 zijn samen 1,00 euro, maar het tarief is 1,50 euro. Laat de delen optellen tot het tarief.',
      ]);
    });
  });

  test('periods that only touch are no overlap, and a code may have several entries', () => {
    expect(
      fouten((d) => {
        eerste(d.gemeenten).geldigTot = '2019-12-31';
        d.gemeenten.push({ ...eerste(d.gemeenten), geldigVan: '2020-01-01', geldigTot: null });
      }),
    ).toEqual([]);
  });

  test('a reference to an entry that is wrong elsewhere is not called unknown', () => {
    expect(fouten((d) => (eerste(d.aanbieders).naam = ''))).toEqual(
      expect.not.arrayContaining([expect.stringContaining('onbekende-aanbieder')]),
    );
  });
});

describe('warnings leave a document valid', () => {
  test.each<[string, (d: Doc) => void, string]>([
    [
      'terms that add up to 90 %',
      (d) => Object.assign(eerste(d.producten), { termijnen: [{ percentage: 90, moment: 'start' }] }),
      'termijnen-som /producten/0/termijnen',
    ],
    [
      'no postadres',
      (d) => Reflect.deleteProperty(eerste(d.gemeenten), 'postadres'),
      'gemeente-zonder-postadres /gemeenten/0',
    ],
    [
      'no regime',
      (d) => d.gemeenten.push({ ...eerste(d.gemeenten), code: '0384' }),
      'gemeente-zonder-regime /gemeenten/3',
    ],
    ['opvolger without an end', (d) => (eerste(d.gemeenten).opvolger = '0439'), 'opvolger-zonder-einde /gemeenten/0'],
    [
      'signaalbudget without a tariff',
      (d) => (eerste(eerste(d.contracten).producten).tarief = null),
      'signaalbudget-zonder-tarief /contracten/0/producten/0/tarief',
    ],
    [
      'contract outside its regime',
      (d) => Object.assign(eerste(d.contracten), { geldigVan: '2019-01-01', geldigTot: '2019-12-31' }),
      'buiten-regime /contracten/0',
    ],
  ])('%s', (_, wijzig, verwacht) => {
    expect(waarschuwingen(wijzig)).toContain(verwacht);
  });
});
