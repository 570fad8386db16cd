import { expect, it } from 'vitest';
import { metRelatie, relatieUit } from '../../src/replies/relatie.ts';
import { lijstVan } from '../../src/xml/tree.ts';

const INVOER = {
  soort: '10',
  naam: { geslachtsnaam: { achternaam: 'Voorbeeld' } },
  contact: { soort: '01', adres: { huis: { huisnummer: 12 }, postcode: '1181AA' } },
};

it('a Relatie has the names of the standard, an own name and a country with its postcode', () => {
  expect(relatieUit(INVOER)).toEqual({
    Soort: '10',
    Naam: { NaamGebruik: '1', Geslachtsnaam: { Achternaam: 'Voorbeeld' } },
    Contact: { Soort: '01', Adres: { Huis: { Huisnummer: '12' }, Postcode: '1181AA', LandCode: 'NL' } },
  });
  const telefoon = { telefoon01: { telefoonnummer: '0612345678', landnummer: '+31' } };
  const anders = relatieUit({
    ...INVOER,
    contact: { soort: '02', telefoon },
    naam: { ...INVOER.naam, naamGebruik: '6' },
  });
  expect(anders).toMatchObject({ Naam: { NaamGebruik: '6' } });
  expect(anders.Contact).toEqual({
    Soort: '02',
    Telefoon: { Telefoon01: { Telefoonnummer: '0612345678', Landnummer: '+31' } },
  });
});

it('joins those that are known, under a number of its own or in place of the one with that number (OP071)', () => {
  const nummers = (client: object) => lijstVan(client as never, 'Relaties/Relatie').map((r) => [r.Nummer, r.Soort]);
  const relatie = relatieUit(INVOER);
  const een = metRelatie({ Bsn: '999900006' }, relatie);
  expect(nummers(een)).toEqual([['1', '10']]);
  const twee = metRelatie(een, { ...relatie, Soort: '11' });
  expect(nummers(twee)).toEqual([
    ['1', '10'],
    ['2', '11'],
  ]);
  expect(nummers(metRelatie(twee, { ...relatie, Nummer: '1', Soort: '13' }))).toEqual([
    ['2', '11'],
    ['1', '13'],
  ]);
});
