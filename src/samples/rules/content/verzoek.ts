import { plusDagen } from '../../../standard/datum.ts';
import type { Bericht } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { product } from '../../messages/toewijzing.ts';
import { referentie, straks } from '../../messages/verzoek.ts';
import type { Sjabloon } from '../../scenario.ts';
import { erbij, met, zonder } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW } from './inhoud.ts';

/** Requests and the answers to them. */

const AAN = 'Client/AangevraagdeProducten/AangevraagdProduct';
const VERWIJZER = `${AAN}[1]/Verwijzer`;
const VERZOEK = 'Client/Verzoek';
const GELIJK = `${VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct`;
const ANDERS = `${VERZOEK}/TeWijzigenProducten/TeWijzigenProduct`;
const NIEUWE = `${VERZOEK}/NieuweProducten/NieuwProduct`;

const tweeGevraagd = {
  eerst: (b: Bericht, d: Decor) => erbij(b, AAN, { ReferentieAanbieder: referentie(d, 2), Product: product('45A03') }),
};

export const VERZOEK_FAMILIE: readonly Sjabloon[] = [
  inhoud('CD043', 'JW315', BEIDE, (b) => zonder(b, `${AAN}[1]/BeschikkingIngangsdatum`), { naam: 'zonder-datum' }),
  inhoud('CD043', 'JW315', BEIDE, (b) => zonder(b, `${AAN}[1]/BeschikkingNummer`), { naam: 'zonder-nummer' }),
  inhoud('CD066', 'JW315', NIEUW, (b) => met(b, [`${VERWIJZER}/ZorgverlenerCode`, '01000001'])),
  inhoud('CD067', 'JW315', NIEUW, (b) => zonder(b, `${VERWIJZER}/Naam`)),
  inhoud('CD068', 'JW315', NIEUW, (b) => met(b, [`${VERWIJZER}/ZorgverlenerCode`, '01000001']), {
    eerst: (b) => met(b, [VERWIJZER, { Type: '01' }]),
  }),
  inhoud('TR383', 'JW315', NIEUW, (b, d) => met(b, [`${AAN}[2]/ReferentieAanbieder`, referentie(d)]), tweeGevraagd),
  inhoud('TR101', 'JW315', NIEUW, (b, d) => met(b, [`${AAN}[2]/ReferentieAanbieder`, referentie(d)]), tweeGevraagd),
  inhoud('TR386', 'JW315', NIEUW, (b) => met(b, [`${AAN}[2]/Product/Code`, '45A01']), tweeGevraagd),
  inhoud('TR352', 'JW317', NIEUW, (b) =>
    zonder(b, `${VERZOEK}/OngewijzigdeProducten`, `${VERZOEK}/TeWijzigenProducten`),
  ),
  inhoud('TR353', 'JW317', NIEUW, (b) => zonder(b, `${VERZOEK}/NieuweProducten`), {
    eerst: (b, d) =>
      met(zonder(b, `${VERZOEK}/TeWijzigenProducten`), [
        GELIJK,
        [d.nummer, d.nummer + 1].map((nummer) => ({ ToewijzingNummer: String(nummer) })),
      ]),
  }),
  inhoud('TR101', 'JW317', NIEUW, (b) => erbij(b, GELIJK), { naam: 'ongewijzigd' }),
  inhoud('TR101', 'JW317', NIEUW, (b) => erbij(b, ANDERS), { naam: 'wijziging' }),
  inhoud('TR410', 'JW317', NIEUW, (b) => met(b, [`${NIEUWE}[2]/Product/Code`, '45A02']), {
    eerst: (b, d) => erbij(b, NIEUWE, { Product: product('45A04'), GewensteIngangsdatum: plusDagen(straks(d), 1) }),
  }),
  inhoud('TR380', 'JW317', NIEUW, (b, d) => met(b, [`${NIEUWE}[1]/GewensteIngangsdatum`, d.vandaag])),
  inhoud('CD085', 'JW319', NIEUW, (b) => zonder(b, 'Antwoord/RedenAfwijzingVerzoek')),
  inhoud('CD086', 'JW319', NIEUW, (b) => met(b, ['Antwoord/RedenAfwijzingVerzoek', '5']), {
    eerst: (b) => met(zonder(b, 'Antwoord/RedenAfwijzingVerzoek'), ['Antwoord/VerzoekAntwoord', '2']),
  }),
  inhoud('TR377', 'JW319', NIEUW, (b) => zonder(b, 'Antwoord/Woonplaatsbeginsel'), {
    eerst: (b) =>
      met(b, ['Antwoord/RedenAfwijzingVerzoek', '8'], ['Antwoord/Woonplaatsbeginsel', { Gemeente: '0363' }]),
  }),
  inhoud('TR409', 'JW319', NIEUW, (b) => met(b, ['Antwoord/Woonplaatsbeginsel', { Gemeente: '0363' }])),
];
