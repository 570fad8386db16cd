import { plusDagen } from '../../../standard/datum.ts';
import { OMVANG, product, toegewezenLijst } from '../../messages/toewijzing.ts';
import type { Sjabloon } from '../../scenario.ts';
import { erbij, met } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW } from './inhoud.ts';

/** Products in a JW301 against each other, and the reason of a change. */

const TWEEDE = (b: { readonly release: string }) => `${toegewezenLijst(b)}[2]`;

export const TOEWIJZING: readonly Sjabloon[] = [
  inhoud('TR134', 'JW301', BEIDE, (b, d) => met(b, [`${TWEEDE(b)}/Toewijzingsdatum`, plusDagen(d.vandaag, 1)]), {
    eerst: (b, d) => met(b, [`${TWEEDE(b)}/Toewijzingsdatum`, d.vandaag]),
  }),
  inhoud('TR302', 'JW301', BEIDE, (b) => met(b, [`${TWEEDE(b)}/Product/Code`, '45A01']), {
    naam: 'zelfde-code',
    eerst: (b) => met(b, [`${TWEEDE(b)}/Omvang`, OMVANG]),
  }),
  inhoud('TR302', 'JW301', NIEUW, (b) => met(b, [`${TWEEDE(b)}/Product/Categorie`, '45']), {
    naam: 'zonder-code',
    eerst: (b) =>
      met(
        b,
        [`${TWEEDE(b)}/Product`, { Categorie: '46' }],
        [`${TWEEDE(b)}/Omvang`, undefined],
        [`${TWEEDE(b)}/Budget`, '500000'],
      ),
  }),
  inhoud('TR101', 'JW301', BEIDE, (b, d) => met(b, [`${TWEEDE(b)}/ToewijzingNummer`, String(d.nummer)]), {
    naam: 'toewijzing',
  }),
  inhoud('TR101', 'JW301', BEIDE, (b) => met(b, ['Client/Relaties/Relatie[2]/Nummer', '1']), {
    naam: 'relatie',
    eerst: (b) => erbij(b, 'Client/Relaties/Relatie', { Nummer: '2' }),
  }),
  inhoud('TR101', 'JW301', BEIDE, (b) => met(b, ['Client/Contactgegevens/Contact[2]/Soort', '01']), {
    naam: 'contact',
    eerst: (b) => erbij(b, 'Client/Contactgegevens/Contact', { Soort: '03' }),
  }),
  inhoud('CS335', 'JW301', NIEUW, (b, d) => met(b, [`${TWEEDE(b)}/Einddatum`, d.einde]), {
    eerst: (b, d) => met(b, [`${TWEEDE(b)}/RedenWijziging`, '13'], [`${TWEEDE(b)}/Einddatum`, d.begin]),
  }),
  inhoud('CS336', 'JW301', NIEUW, (b) => met(b, [`${TWEEDE(b)}/RedenWijziging`, '01']), {
    eerst: (b) => met(b, [`${TWEEDE(b)}/RedenWijziging`, '12'], [`${TWEEDE(b)}/Product`, product('45A03')]),
  }),
];
