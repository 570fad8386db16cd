import { plusDagen, plusJaren } from '../../../standard/datum.ts';
import type { Release } from '../../../standard/message-types.ts';
import type { Sjabloon } from '../../scenario.ts';
import type { UitgangspuntSoort } from '../../uitgangspunt.ts';
import { met, zonder } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW, OUD } from './inhoud.ts';

/** BSN, birth date, name and communication of a client or relation. */

const RELATIE = 'Client/Relaties/Relatie[1]';

/** Messages whose Client has a Geboortedatum, with the releases that they exist in. */
const GEBOREN_IN: readonly (readonly [UitgangspuntSoort, readonly Release[]])[] = [
  ...(['JW301', 'JW305', 'JW307', 'JW315'] as const).map((type) => [type, BEIDE] as const),
  ['JW303', OUD],
  ['JW304', OUD],
];
/** Where the first client of a message stands. */
const CLIENT: Partial<Record<UitgangspuntSoort, string>> = {
  JW303: 'Clienten/Client[1]',
  JW304: 'Clienten/Client[1]',
  JW323: 'Declaratie/Clienten/Client[1]',
  JW325: 'DeclaratieAntwoord/Clienten/Client[1]',
};

function bsn(type: UitgangspuntSoort, releases: readonly Release[]): Sjabloon {
  // Nine times the same digit adds up to a multiple of eleven for none of 1 to 8.
  return inhoud('CS002', type, releases, (b) => met(b, [`${CLIENT[type] ?? 'Client'}/Bsn`, '111111111']));
}

const geboren = (type: UitgangspuntSoort) => `${CLIENT[type] ?? 'Client'}/Geboortedatum`;

function datumGebruik(type: UitgangspuntSoort, releases: readonly Release[]): Sjabloon {
  const pad = geboren(type);
  return inhoud('CS139', type, releases, (b) => met(b, [`${pad}/Datum`, '2014-05-02']), {
    eerst: (b) => met(b, [pad, { Datum: '2014-05-01', DatumGebruik: '1' }]),
  });
}

export const PERSOON: readonly Sjabloon[] = [
  ...GEBOREN_IN.map(([type, releases]) => bsn(type, releases)),
  ...(['JW317', 'JW323', 'JW325'] as const).map((type) => bsn(type, NIEUW)),
  ...GEBOREN_IN.map(([type, releases]) => datumGebruik(type, releases)),
  inhoud('CS139', 'JW301', BEIDE, (b) => met(b, [`${RELATIE}/Geboortedatum/Datum`, '1980-05-02']), {
    naam: 'relatie',
    eerst: (b) => met(b, [`${RELATIE}/Geboortedatum`, { Datum: '1980-01-01', DatumGebruik: '2' }]),
  }),
  ...GEBOREN_IN.map(([type, releases]) =>
    inhoud(
      'TR002',
      type,
      releases,
      (b, d) => met(b, [`${geboren(type)}/Datum`, plusDagen(plusJaren(d.vandaag, -120), -1)]),
      { eerst: (b, d) => met(b, [`${geboren(type)}/Datum`, plusJaren(d.vandaag, -120)]) },
    ),
  ),
  inhoud('TR002', 'JW301', BEIDE, (b) => met(b, [`${RELATIE}/Geboortedatum/Datum`, '1900-01-01']), {
    naam: 'relatie',
  }),
  ...GEBOREN_IN.map(([type, releases]) =>
    inhoud('TR134', type, releases, (b, d) => met(b, [`${geboren(type)}/Datum`, plusDagen(d.vandaag, 1)]), {
      naam: 'geboortedatum',
      eerst: (b, d) => met(b, [`${geboren(type)}/Datum`, d.vandaag]),
    }),
  ),
  inhoud('TR134', 'JW301', BEIDE, (b, d) => met(b, [`${RELATIE}/Geboortedatum/Datum`, plusDagen(d.vandaag, 1)]), {
    naam: 'relatie',
  }),
  inhoud('CS050', 'JW301', BEIDE, (b) => met(b, ['Client/Naam/NaamGebruik', '3'])),
  inhoud('CS050', 'JW301', BEIDE, (b) => met(b, [`${RELATIE}/Naam/NaamGebruik`, '5']), {
    naam: 'partnernaam',
    eerst: (b) =>
      met(b, [`${RELATIE}/Naam/Partnernaam`, { Achternaam: 'Monster' }], [`${RELATIE}/Naam/NaamGebruik`, '4']),
  }),
  inhoud('CS318', 'JW301', BEIDE, (b) => met(b, ['Client/Naam/NaamGebruik', '6'])),
  inhoud('CD007', 'JW301', BEIDE, (b) => zonder(b, 'Client/Communicatie/Taal'), { naam: 'zonder-taal' }),
  inhoud('CD007', 'JW301', BEIDE, (b) => met(b, ['Client/Communicatie/Taal', 'Frans']), {
    naam: 'met-taal',
    eerst: (b) => met(b, ['Client/Communicatie', { Vorm: '2' }]),
  }),
];
