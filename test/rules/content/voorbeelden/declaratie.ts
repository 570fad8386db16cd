import { bericht, erbij, met, zonder } from '../../builders.ts';
import { type Fout, fout, type Goed, goed } from './voorbeeld.ts';

const jw323 = bericht('JW323');
const jw325 = bericht('JW325');
const DEC = 'Declaratie';
const EEN = 'Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]';
const TWEE = 'Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]';
const DRIE = 'Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]';
const TOTAAL = 'Declaratie/TotaalIngediendBedrag';
const ANTWOORD = 'DeclaratieAntwoord';
const REGEL = 'DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]';
const periode = (Begindatum: string, Einddatum: string) => ({ Begindatum, Einddatum });
const bedrag = (Bedrag: string, DebetCredit: string) => ({ Bedrag, DebetCredit });
const totaal = (TotaalBedrag: string, DebetCredit: string) => ({ TotaalBedrag, DebetCredit });

/** The third line as the credit of an earlier declaratie; the total follows. */
const credit = met(
  jw323,
  [`${DRIE}/ProductReferentie/VorigReferentieNummer`, 'P0'],
  [`${DRIE}/IngediendBedrag`, bedrag('15000', 'C')],
  [TOTAAL, totaal('15000', 'D')],
);
const inEuros = met(
  zonder(jw323, `${EEN}/ProductTarief`),
  [`${EEN}/Eenheid`, '83'],
  [`${EEN}/GeleverdVolume`, '15000'],
);

export const DECLARATIE_FOUT: readonly Fout[] = [
  fout(
    'CS325',
    met(
      jw325,
      [`${REGEL}/IngediendBedrag`, bedrag('0', 'C')],
      [`${REGEL}/ProductReferentie/VorigReferentieNummer`, 'P0'],
      [`${ANTWOORD}/TotaalToegekendBedrag`, totaal('45000', 'D')],
    ),
  ),
  fout('TR358', met(jw323, [TOTAAL, totaal('44999', 'D')])),
  fout('TR358', met(jw323, [TOTAAL, totaal('45000', 'C')])),
  fout('CS325', met(jw323, [`${EEN}/IngediendBedrag`, bedrag('0', 'C')], [TOTAAL, totaal('30000', 'D')]), 'CD060'),
  fout('CS325', met(zonder(jw323, `${DEC}/Clienten`), [TOTAAL, totaal('0', 'C')])),
  fout(
    'CS325',
    met(
      jw325,
      [`${ANTWOORD}/TotaalToegekendBedrag`, totaal('0', 'C')],
      [`${ANTWOORD}/TotaalIngediendBedrag`, totaal('15000', 'D')],
    ),
  ),
  fout('CD060', met(jw323, [`${DRIE}/ProductReferentie/VorigReferentieNummer`, 'P0'])),
  fout('CD060', zonder(credit, `${DRIE}/ProductReferentie/VorigReferentieNummer`)),
  fout('CD060', met(jw325, [`${REGEL}/ProductReferentie/VorigReferentieNummer`, 'P0'])),
  fout('CD087', zonder(jw323, `${EEN}/ProductTarief`)),
  fout('CD087', met(inEuros, [`${EEN}/ProductTarief`, '1'])),
  fout('CS339', met(inEuros, [`${EEN}/GeleverdVolume`, '14999'])),
  fout('CS100', met(jw323, [`${EEN}/ProductPeriode`, periode('2020-12-01', '2020-12-31')]), 'TR335'),
  fout('CS100', met(jw323, [`${DEC}/DeclaratiePeriode`, periode('2020-12-01', '2020-12-31')])),
  fout('CS337', met(jw323, [`${EEN}/ProductPeriode`, periode('2026-01-01', '2026-02-28')])),
  fout('CS340', met(jw323, [`${DEC}/DeclaratiePeriode`, periode('2026-02-02', '2026-02-28')])),
  fout('CS340', met(jw323, [`${DEC}/DeclaratiePeriode`, periode('2026-01-01', '2026-02-28')])),
  fout('TR137', met(jw323, [`${EEN}/ProductPeriode`, periode('2026-02-28', '2026-02-01')])),
  fout('TR137', met(jw323, [`${DEC}/DeclaratiePeriode`, periode('2026-03-01', '2026-03-31')])),
  fout('TR137', met(jw325, [`${REGEL}/ProductPeriode`, periode('2026-03-01', '2026-03-31')])),
  fout('TR134', met(jw323, [`${DEC}/DeclaratiePeriode`, periode('2026-04-01', '2026-04-30')]), 'TR137'),
  fout('TR134', met(jw325, [`${REGEL}/ProductPeriode`, periode('2026-04-01', '2026-04-30')]), 'TR137'),
  fout('TR335', met(jw323, [`${EEN}/ProductPeriode`, periode('2021-02-01', '2021-02-28')])),
  fout('TR101', met(jw323, [`${TWEE}/ProductReferentie/ReferentieNummer`, 'P1'])),
  fout('TR101', met(jw323, [`${DEC}/Clienten/Client[2]/Bsn`, '999900006'])),
  fout(
    'TR315',
    met(
      credit,
      [`${TWEE}/ProductReferentie/VorigReferentieNummer`, 'P0'],
      [`${TWEE}/IngediendBedrag/DebetCredit`, 'C'],
      [TOTAAL, totaal('15000', 'C')],
    ),
  ),
  fout('TR316', met(credit, [`${DRIE}/ProductReferentie/VorigReferentieNummer`, 'P1'])),
  fout('TR416', met(jw323, [`${DRIE}/ProductCode`, '45A01'], [`${DRIE}/ToewijzingNummer`, '01001'])),
  fout('TR342', met(jw325, [`${ANTWOORD}/TotaalToegekendBedrag`, totaal('45000', 'D')])),
  fout('TR342', met(jw325, [`${ANTWOORD}/RetourCodes`, { RetourCode: ['9333'] }])),
  fout('TR101', erbij(jw325, `${ANTWOORD}/Clienten/Client`), 'TR342'),
];

export const DECLARATIE_GOED: readonly Goed[] = [
  goed('TR358', 'met een credit', credit),
  goed(
    'TR358',
    'negatief totaal',
    met(credit, [`${DRIE}/IngediendBedrag`, bedrag('35000', 'C')], [TOTAAL, totaal('5000', 'C')]),
  ),
  goed(
    'CS325',
    'nul als debet',
    met(jw323, [`${EEN}/IngediendBedrag`, bedrag('0', 'D')], [TOTAAL, totaal('30000', 'D')]),
  ),
  goed('TR134', 'een latere DeclaratieDagtekening', met(jw323, [`${DEC}/DeclaratieDagtekening`, '2026-03-03'])),
  goed('CS339', 'in euro’s', inEuros),
  goed('TR335', 'precies vijf jaar', met(jw323, [`${EEN}/ProductPeriode`, periode('2021-03-01', '2021-03-01')])),
  goed(
    'TR101',
    'dezelfde referentie bij een andere client is TR314',
    met(jw323, [`${DRIE}/ProductReferentie/ReferentieNummer`, 'P1']),
  ),
  goed('TR416', 'de debet na zijn credit', met(credit, [`${DRIE}/ProductCode`, '45A01'])),
  goed(
    'TR342',
    'alles toegekend',
    met(
      zonder(jw325, `${ANTWOORD}/Clienten`),
      [`${ANTWOORD}/TotaalToegekendBedrag`, totaal('45000', 'D')],
      [`${ANTWOORD}/RetourCodes`, { RetourCode: ['8001'] }],
    ),
  ),
  goed(
    'TR342',
    'declaratie afgewezen',
    met(
      zonder(jw325, `${ANTWOORD}/Clienten`),
      [`${ANTWOORD}/TotaalToegekendBedrag`, totaal('0', 'D')],
      [`${ANTWOORD}/RetourCodes`, { RetourCode: ['9333'] }],
    ),
  ),
  goed('TR342', 'niet beoordeeld', zonder(jw325, ANTWOORD)),
];
