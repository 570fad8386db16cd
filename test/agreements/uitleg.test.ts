import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { legUit } from '../../src/agreements/uitleg.ts';
import { afgesprokenVoor } from '../../src/requests/afgesproken.ts';
import { redenVanAfwijzing } from '../../src/requests/reden-afwijzing.ts';
import { voorbeeldDocument } from './voorbeeld.ts';

const document = voorbeeldDocument();
Object.assign(document.regimes[0] ?? {}, { variant: 'taakgericht' });
document.contracten.push(
  {
    nummer: 'O1',
    regime: 'NIEUW',
    aanbieder: '42420002',
    geldigVan: '2022-01-01',
    geldigTot: null,
    rol: 'onderaannemer',
    producten: [],
  },
  {
    nummer: 'T1',
    regime: 'OUD',
    aanbieder: '42420001',
    geldigVan: '2018-01-01',
    geldigTot: null,
    rol: 'zelfstandig',
    producten: [],
  },
);
const afspraken = maakAfspraken(document, 7);
const vraag = { gemeente: '0362', aanbieder: '42420001', code: '45A01', categorie: null, datum: '2026-03-01' };

describe('an explanation names what decided', () => {
  test('the contract, the product and the date', () => {
    const uitleg = legUit(vraag, afspraken);
    expect(uitleg).toMatchObject({ uitkomst: 'toewijsbaar', redenAfwijzing: null, afsprakenVersie: 7 });
    expect(uitleg.redenen[0]).toBe(
      'Contract C2 van aanbieder 42420001 (Een) in regime NIEUW, geldig op 1 maart 2026, bevat product 45 45A01 (Behandeling).',
    );
    expect(uitleg.contract).toEqual({
      nummer: 'C2',
      regime: 'NIEUW',
      aanbieder: '42420001',
      geldigVan: '2025-01-01',
      geldigTot: null,
      rol: 'hoofdaannemer',
    });
    expect(uitleg.tarief).toEqual({ code: '45A01', tarief: 150, tariefEenheid: '01' });
    expect(uitleg.redenen.join(' ')).toContain('Het vaste signaalbudget is 5.000,00 euro; een signaal volgt bij 75 %.');
  });

  test.each([
    [
      { aanbieder: '42420003' },
      'geen-contract',
      '3',
      'Geen contract van aanbieder 42420003 in regime NIEUW op 1 maart 2026.',
    ],
    [
      { datum: '2017-03-01' },
      'geen-contract',
      '3',
      'Geen regime voor gemeente 0362 (0362) op 1 maart 2017: de afspraken noemen er voor die dag geen.',
    ],
    [
      { aanbieder: '42420002' },
      'onderaannemer',
      '4',
      'Contract O1 van aanbieder 42420002 (Twee) in regime NIEUW, geldig op 1 maart 2026, is een contract als onderaannemer: alleen de hoofdaannemer krijgt de toewijzing en de betaling.',
    ],
    [
      { datum: '2019-03-01' },
      'taakgericht',
      '4',
      'Regime OUD van gemeente 0362 (0362) is op 1 maart 2019 taakgericht: er worden geen toewijzingen gegeven.',
    ],
    [
      { code: '45A02' },
      'product-buiten-contract',
      '4',
      'Product 45A02 staat niet in contract C2 van aanbieder 42420001 (Een) in regime NIEUW op 1 maart 2026.',
    ],
    [
      { categorie: '44' },
      'product-buiten-contract',
      '4',
      'Product 45A01 staat niet in contract C2 van aanbieder 42420001 (Een) in regime NIEUW op 1 maart 2026.',
    ],
  ])('%o', (anders, uitkomst, redenAfwijzing, zin) => {
    expect(legUit({ ...vraag, ...anders }, afspraken)).toMatchObject({ uitkomst, redenAfwijzing, redenen: [zin] });
  });

  test('routing: the region, a code that ended, and who collects', () => {
    const { routering } = legUit({ ...vraag, gemeente: '0370' }, afspraken);
    expect(routering).toMatchObject({ regio: 'ZAWA', gemeentecodeGeldig: false, opvolger: '0439' });
    expect(routering.redenen.join(' ')).toContain('De gemeentecode 0370 is op 1 maart 2026 niet geldig (TR378)');
    expect(legUit({ ...vraag, gemeente: '0599' }, afspraken).routering.redenen[0]).toContain('POORT-IB005');
    expect(legUit({ ...vraag, gemeente: '9999' }, afspraken).routering.redenen[0]).toContain('geen enkele lijst');
  });
});

test('the same question gets the same answer as a JW315 would', () => {
  const keuze = <T>(...waarden: T[]) => fc.constantFrom(...waarden);
  const vragen = fc.record({
    gemeente: keuze('0362', '0439', '0370', '0599'),
    aanbieder: keuze('42420001', '42420002', '42420003'),
    code: keuze('45A01', '45A02'),
    datum: keuze('2017-12-31', '2018-01-01', '2021-12-31', '2022-01-01', '2024-12-31', '2025-01-01'),
  });
  fc.assert(
    fc.property(vragen, ({ code, datum, ...partijen }) => {
      const gevraagd = {
        referentie: 'R',
        categorie: '45',
        code,
        ingangsdatum: datum,
        einddatum: datum,
        omvang: null,
        budget: null,
        verwijzer: '02',
      };
      const afgesproken = afgesprokenVoor(gevraagd, partijen, afspraken);
      const geboorte = { datum: '2010-01-01', gebruik: null };
      const afwijzing = redenVanAfwijzing({ gevraagd, geboorte, afgesproken, toewijzingen: [] });
      const uitleg = legUit({ ...partijen, code, categorie: '45', datum }, afspraken);
      expect(uitleg.uitkomst).toBe(afwijzing?.code ?? 'toewijsbaar');
      expect(uitleg.redenAfwijzing).toBe(afwijzing?.reden ?? null);
    }),
    { numRuns: 500 },
  );
});
