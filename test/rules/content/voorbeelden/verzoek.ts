import { bericht, erbij, met, zonder } from '../../builders.ts';
import { type Fout, fout, type Goed, goed } from './voorbeeld.ts';

const jw315 = bericht('JW315');
const jw317 = bericht('JW317');
const jw319 = bericht('JW319');
const VERWIJZER = 'Client/AangevraagdeProducten/AangevraagdProduct[1]/Verwijzer';
const AAN = 'Client/AangevraagdeProducten/AangevraagdProduct[2]';
const VERZOEK = 'Client/Verzoek';

export const VERZOEK_FOUT: readonly Fout[] = [
  fout('CD043', zonder(jw315, `${AAN}/BeschikkingNummer`)),
  fout('CD043', zonder(jw315, `${AAN}/BeschikkingIngangsdatum`)),
  fout('CD043', zonder(bericht('JW315', '2.3'), `${AAN}/BeschikkingNummer`)),
  fout('CD066', met(jw315, [`${VERWIJZER}/ZorgverlenerCode`, '01000001'])),
  fout('CD067', zonder(jw315, `${VERWIJZER}/Naam`)),
  fout('CD068', met(jw315, [VERWIJZER, { Type: '01', ZorgverlenerCode: '01000001' }])),
  fout('TR383', met(jw315, [`${AAN}/ReferentieAanbieder`, 'R1']), 'TR101'),
  fout('TR352', zonder(jw317, `${VERZOEK}/OngewijzigdeProducten`, `${VERZOEK}/TeWijzigenProducten`)),
  fout('TR353', zonder(jw317, `${VERZOEK}/NieuweProducten`, `${VERZOEK}/TeWijzigenProducten`)),
  fout('TR101', erbij(jw317, `${VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct`, { ToewijzingNummer: '01001' })),
  fout('TR101', erbij(jw317, `${VERZOEK}/TeWijzigenProducten/TeWijzigenProduct`)),
  fout('TR101', erbij(jw317, `${VERZOEK}/NieuweProducten/NieuwProduct`), 'TR410'),
  fout('CD085', zonder(jw319, 'Antwoord/RedenAfwijzingVerzoek', 'Antwoord/Woonplaatsbeginsel')),
  fout(
    'CD086',
    zonder(met(jw319, ['Antwoord', { ReferentieAanbieder: 'R1', VerzoekAntwoord: '2', RedenAfwijzingVerzoek: '4' }])),
  ),
  fout('TR377', zonder(jw319, 'Antwoord/Woonplaatsbeginsel')),
  fout('TR409', met(jw319, ['Antwoord/RedenAfwijzingVerzoek', '5'])),
];

export const VERZOEK_GOED: readonly Goed[] = [
  goed('TR383', 'in 2.3 een referentie voor twee', met(bericht('JW315', '2.3'), [`${AAN}/ReferentieAanbieder`, 'R1'])),
  goed('CD043', 'geen van beide', zonder(jw315, `${AAN}/BeschikkingNummer`, `${AAN}/BeschikkingIngangsdatum`)),
  goed('CD067', 'code in plaats van naam', met(jw315, [VERWIJZER, { Type: '05', ZorgverlenerCode: '01000001' }])),
  goed('CD067', 'geen verwijzer', met(jw315, [VERWIJZER, { Type: '06' }])),
  goed('TR352', 'alleen een wijziging', zonder(jw317, `${VERZOEK}/OngewijzigdeProducten`)),
  goed('TR353', 'alleen een nieuw product', zonder(jw317, `${VERZOEK}/TeWijzigenProducten`)),
  goed('CD086', 'in onderzoek', met(jw319, ['Antwoord', { ReferentieAanbieder: 'R1', VerzoekAntwoord: '2' }])),
  goed(
    'TR409',
    'andere reden',
    zonder(met(jw319, ['Antwoord/RedenAfwijzingVerzoek', '5']), 'Antwoord/Woonplaatsbeginsel'),
  ),
];
