import { describe, expect, it } from 'vitest';
import { clientUitVerzoek, metLandCode } from '../../src/replies/client-gegevens.ts';
import { groepVan, lijstVan } from '../../src/xml/tree.ts';
import { bericht, met, zonder } from '../rules/builders.ts';

const postadres = { organisatie: 'Gemeente', straatnaam: 'Postbus', huisnummer: 4, plaatsnaam: 'Hier' };

describe('the Client of a composed JW301', () => {
  it.each([['1180BA'], ['1180 BA']])('tells LandCode beside postcode %s of the postadres', (postcode) => {
    const client = clientUitVerzoek(bericht('JW315').inhoud, { ...postadres, postcode });
    expect(lijstVan(client, 'Contactgegevens/Contact')).toMatchObject([
      { Soort: '02', Adres: { Postcode: '1180BA', LandCode: 'NL' } },
    ]);
  });

  it('that was kept gets a LandCode beside every Dutch Postcode, of the client and of relations', () => {
    const jw301 = bericht('JW301');
    const paden = ['Contactgegevens/Contact[1]', 'Contactgegevens/Contact[2]', 'Relaties/Relatie[1]/Contact'];
    const kaal = zonder(jw301, ...paden.map((pad) => `Client/${pad}/Adres/LandCode`));
    expect(metLandCode(groepVan(kaal.inhoud, 'Client') ?? {})).toEqual(groepVan(jw301.inhoud, 'Client'));
  });

  it('that was kept keeps what is not Dutch, or tells its land already', () => {
    const jw301 = met(
      zonder(bericht('JW301'), 'Client/Contactgegevens/Contact[1]/Adres/LandCode'),
      ['Client/Contactgegevens/Contact[1]/Adres/Postcode', 'B-1000'],
      ['Client/Contactgegevens/Contact[2]/Adres/LandCode', 'BE'],
    );
    const client = groepVan(jw301.inhoud, 'Client') ?? {};
    expect(JSON.stringify(metLandCode(client))).toBe(JSON.stringify(client));
  });
});
