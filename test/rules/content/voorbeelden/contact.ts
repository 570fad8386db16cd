import { RELEASES } from '../../../../src/standard/message-types.ts';
import { bericht, met, zonder } from '../../builders.ts';
import { type Fout, fout, type Goed, goed } from './voorbeeld.ts';

const EERSTE = 'Client/Contactgegevens/Contact[1]';
const TIJDELIJK = 'Client/Contactgegevens/Contact[2]';
const telefoon = { Telefoon01: { Telefoonnummer: '0201234567', Landnummer: '0031' } };

export const CONTACT_FOUT: readonly Fout[] = RELEASES.map((release) => bericht('JW301', release)).flatMap((jw301) => [
  fout('TR006', zonder(met(jw301, [`${EERSTE}/Adres/LandCode`, 'BE']), `${EERSTE}/Adres/Huis`)),
  fout('TR006', zonder(jw301, `${TIJDELIJK}/Adres`)),
  fout('TR006', zonder(jw301, 'Client/Relaties/Relatie[1]/Contact/Adres/Huis'), 'CD025'),
  fout('TR061', met(jw301, ['Client/Contactgegevens/Contact', [{ Soort: '04', Telefoon: telefoon }]])),
  fout('CD005', zonder(jw301, `${EERSTE}/Adres/LandCode`)),
  fout('CD005', met(jw301, [`${TIJDELIJK}/Telefoon`, telefoon], [`${TIJDELIJK}/Adres`, { LandCode: 'BE' }])),
  fout('CD009', met(jw301, [`${TIJDELIJK}/Soort`, '02'])),
  fout('CD025', zonder(met(jw301, [`${EERSTE}/Telefoon`, telefoon]), `${EERSTE}/Adres/Huis`)),
  fout('CD034', zonder(met(jw301, [`${EERSTE}/Telefoon`, telefoon]), `${EERSTE}/Adres`)),
  fout('CD034', met(jw301, [`${EERSTE}/Telefoon`, telefoon], [`${EERSTE}/Adres`, { Straatnaam: 'Dorpsstraat' }])),
  fout('CS089', met(jw301, [`${EERSTE}/Adres/Postcode`, '1181 AA'])),
  fout('CS089', met(jw301, [`${EERSTE}/Adres/Postcode`, '0181AA'])),
  fout('CS003', met(jw301, [`${TIJDELIJK}/Periode`, { Begindatum: '2026-02-02', Einddatum: '2026-02-01' }])),
]);

export const CONTACT_GOED: readonly Goed[] = RELEASES.map((release) => bericht('JW301', release)).flatMap((jw301) => [
  goed('TR006', 'telefoon alleen', zonder(met(jw301, [`${TIJDELIJK}/Telefoon`, telefoon]), `${TIJDELIJK}/Adres`)),
  goed(
    'CD005',
    'geen van beide',
    met(jw301, [`${TIJDELIJK}/Telefoon`, telefoon], [`${TIJDELIJK}/Adres`, { Straatnaam: 'Dorpsstraat' }]),
  ),
  goed(
    'CD025',
    'buiten Nederland zonder huis',
    met(jw301, [`${EERSTE}/Telefoon`, telefoon], [`${EERSTE}/Adres`, { Postcode: '1000', LandCode: 'BE' }]),
  ),
  goed(
    'CD034',
    'tijdelijk zonder adres',
    zonder(met(jw301, [`${TIJDELIJK}/Telefoon`, telefoon]), `${TIJDELIJK}/Adres`),
  ),
  goed(
    'CS089',
    'buitenlandse postcode',
    met(jw301, [`${EERSTE}/Adres/LandCode`, 'BE'], [`${EERSTE}/Adres/Postcode`, '1000']),
  ),
  goed('CS003', 'een dag', met(jw301, [`${TIJDELIJK}/Periode`, { Begindatum: '2026-02-01', Einddatum: '2026-02-01' }])),
  goed('CS003', 'zonder begin', met(jw301, [`${TIJDELIJK}/Periode`, { Einddatum: '2026-02-01' }])),
]);
