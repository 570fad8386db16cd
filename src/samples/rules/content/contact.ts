import type { Groep } from '../../../xml/tree.ts';
import type { Sjabloon } from '../../scenario.ts';
import { met, zonder } from '../../wijzig.ts';
import { BEIDE, inhoud } from './inhoud.ts';

/** Addresses in a JW301. */

const CONTACT = 'Client/Contactgegevens/Contact[1]';
const ADRES = `${CONTACT}/Adres`;
const TELEFOON: Groep = { Telefoon01: { Telefoonnummer: '0201234567', Landnummer: '+31' } };
const metTelefoon = { eerst: (b: Parameters<typeof met>[0]) => met(b, [`${CONTACT}/Telefoon`, TELEFOON]) };

export const CONTACT_FAMILIE: readonly Sjabloon[] = [
  inhoud('TR006', 'JW301', BEIDE, (b) => zonder(b, `${CONTACT}/Telefoon`), {
    eerst: (b) => met(b, [CONTACT.replace('[1]', ''), [{ Soort: '02', Telefoon: TELEFOON }]]),
  }),
  inhoud('TR061', 'JW301', BEIDE, (b) => met(b, [`${CONTACT}/Soort`, '04'])),
  inhoud('CD005', 'JW301', BEIDE, (b) => zonder(b, `${ADRES}/LandCode`), { naam: 'met-postcode' }),
  inhoud('CD005', 'JW301', BEIDE, (b) => met(b, [`${ADRES}/LandCode`, 'BE']), {
    naam: 'zonder-postcode',
    // A correspondentieadres: the BRP-adres needs a Postcode (CD034).
    eerst: (b) =>
      zonder(met(metTelefoon.eerst(b), [`${CONTACT}/Soort`, '02']), `${ADRES}/Postcode`, `${ADRES}/LandCode`),
  }),
  inhoud('CD009', 'JW301', BEIDE, (b, d) => met(b, [`${CONTACT}/Periode`, { Begindatum: d.begin }])),
  inhoud('CD025', 'JW301', BEIDE, (b) => zonder(b, `${ADRES}/Huis`), metTelefoon),
  inhoud('CD034', 'JW301', BEIDE, (b) => zonder(b, `${ADRES}/Postcode`, `${ADRES}/LandCode`), metTelefoon),
  inhoud('CS089', 'JW301', BEIDE, (b) => met(b, [`${ADRES}/Postcode`, '1234 AB'])),
  inhoud('CS003', 'JW301', BEIDE, (b, d) => met(b, [`${CONTACT}[2]/Periode/Einddatum`.replace('[1]', ''), d.begin]), {
    naam: 'tijdelijk-adres',
    eerst: (b, d) => {
      const tijdelijk = { Soort: '04', Telefoon: TELEFOON, Periode: { Begindatum: d.vandaag, Einddatum: d.vandaag } };
      const eerste = { Soort: '02', Telefoon: TELEFOON };
      return met(b, [CONTACT.replace('[1]', ''), [eerste, tijdelijk]]);
    },
  }),
];
