import { bericht, met, zonder } from '../../builders.ts';
import { type Fout, fout, type Goed, goed } from './voorbeeld.ts';

const jw303 = bericht('JW303', '2.3');
const jw304 = bericht('JW304', '2.3');
const TOTALEN = 'Header/DeclaratieFactuurBedragen';
const RETOUR = 'Header/RetourBedragen';
const EEN = 'Clienten/Client[1]/Prestaties/Prestatie[1]';
const TWEE = 'Clienten/Client[1]/Prestaties/Prestatie[2]';
const INGEDIEND = `${EEN}/IngediendeBedragPrestatie`;
const PERIODE = 'Header/DeclaratieFactuurIdentificatie/DeclaratiePeriode';
const periode = (Begindatum: string, Einddatum: string) => ({ Begindatum, Einddatum });
const bedrag = (Bedrag: string, DebetCredit = 'D') => ({ Bedrag, DebetCredit });
const totaal = (TotaalBedrag: string, DebetCredit = 'D') => ({ TotaalBedrag, DebetCredit });

/** The second line credits an earlier one. */
const credit = met(
  jw303,
  [`${TWEE}/ProductReferentie/VorigReferentieNummer`, 'P0'],
  [`${TWEE}/IngediendeBedragPrestatie/BerekendBedrag/DebetCredit`, 'C'],
  [`${TWEE}/IngediendeBedragPrestatie/DeclaratieFactuurBedrag/DebetCredit`, 'C'],
  [`${TOTALEN}/DeclaratieFactuurTotaalBedrag`, totaal('0')],
);
const metBtw = met(
  jw303,
  [`${INGEDIEND}/BtwVrijstellingIndicatie`, '2'],
  [`${INGEDIEND}/BtwPercentage`, '2100'],
  [`${INGEDIEND}/BtwBedrag`, bedrag('3150')],
  [`${TOTALEN}/BtwTotaalBedrag`, totaal('3150')],
  ['Header/DeclaratieFactuurIdentificatie/BtwIDNummer', 'NL123456789B01'],
);

export const DECLARATIE_23_FOUT: readonly Fout[] = [
  fout('TR312', met(jw303, [`${TOTALEN}/DeclaratieFactuurTotaalBedrag`, totaal('29999')])),
  fout('TR313', met(metBtw, [`${TOTALEN}/BtwTotaalBedrag`, totaal('3151')])),
  fout(
    'TR315',
    met(
      credit,
      [`${EEN}/ProductReferentie/VorigReferentieNummer`, 'P0'],
      [`${INGEDIEND}/BerekendBedrag/DebetCredit`, 'C'],
      [`${INGEDIEND}/DeclaratieFactuurBedrag/DebetCredit`, 'C'],
      [`${TOTALEN}/DeclaratieFactuurTotaalBedrag`, totaal('30000', 'C')],
    ),
  ),
  fout('TR316', met(credit, [`${TWEE}/ProductReferentie/VorigReferentieNummer`, 'P1'])),
  fout('TR317', met(jw303, [`${INGEDIEND}/BerekendBedrag`, bedrag('15001')])),
  fout('TR320', met(jw304, [`${RETOUR}/ToegekendTotaalBedrag`, totaal('30000')])),
  fout('TR320', met(jw304, ['Header/RetourCodes', { RetourCode: ['0030'] }])),
  fout('TR101', met(jw303, [`${TWEE}/ProductReferentie/ReferentieNummer`, 'P1'])),
  fout('CD055', zonder(metBtw, `${INGEDIEND}/BtwPercentage`)),
  fout('CD055', zonder(metBtw, `${INGEDIEND}/BtwBedrag`), 'TR313'),
  fout('CD055', zonder(metBtw, 'Header/DeclaratieFactuurIdentificatie/BtwIDNummer')),
  fout('CD055', zonder(metBtw, `${TOTALEN}/BtwTotaalBedrag`)),
  fout('CD056', met(metBtw, [`${INGEDIEND}/BtwVrijstellingIndicatie`, '1'])),
  fout('CD058', met(jw303, ['Header/BetalingAanID', '01'])),
  fout('CD059', zonder(met(jw303, ['Header/BerichtCode', '450']), `${INGEDIEND}/BtwVrijstellingIndicatie`)),
  fout('CD060', met(jw303, [`${EEN}/ProductReferentie/VorigReferentieNummer`, 'P0'])),
  fout('CD060', met(jw304, [`${EEN}/ProductReferentie/VorigReferentieNummer`, 'P0'])),
  fout('CD062', met(jw303, [`${INGEDIEND}/Eenheid`, '83'])),
  fout(
    'CS323',
    met(
      jw303,
      [`${INGEDIEND}/DeclaratieFactuurBedrag`, bedrag('15001')],
      [`${TOTALEN}/DeclaratieFactuurTotaalBedrag`, totaal('30001')],
    ),
  ),
  fout('CS325', met(jw303, [`${TOTALEN}/BtwTotaalBedrag`, totaal('0', 'C')])),
  fout('CS325', met(jw304, [`${EEN}/ToegekendeBedragPrestatie/ToegekendBedrag`, bedrag('0', 'C')])),
  fout('CS327', met(jw303, [`${INGEDIEND}/BerekendBedrag`, bedrag('15000', 'C')])),
  fout('CS324', met(jw304, ['Header/RetourHeader/RetourDagtekening', '2019-07-01'])),
  ...[jw303, jw304].flatMap((b) => [
    fout('CS328', met(b, [`${EEN}/ProductPeriode/Begindatum`, '2014-12-31'])),
    fout('CS331', met(b, [`${INGEDIEND}/Eenheid`, '21'])),
    fout('TR134', met(b, [`${EEN}/ProductPeriode`, periode('2019-08-01', '2019-08-31')]), 'TR137'),
    fout('TR134', met(b, [PERIODE, periode('2019-08-01', '2019-08-31')]), 'TR137'),
    fout('TR137', met(b, [`${EEN}/ProductPeriode/Einddatum`, '2019-05-31'])),
    fout('TR137', met(b, [`${PERIODE}/Einddatum`, '2019-07-03'])),
    fout('TR002', met(b, ['Clienten/Client[1]/Geboortedatum/Datum', '1899-07-01'])),
    fout('TR134', met(b, ['Clienten/Client[1]/Geboortedatum/Datum', '2019-07-03'])),
    fout('CD058', met(b, ['Header/BetalingAanID', '01'])),
    fout('CD062', met(b, [`${INGEDIEND}/Eenheid`, '83'])),
    fout('CD056', met(b, [`${INGEDIEND}/BtwPercentage`, '2100'])),
    fout('TR317', met(b, [`${INGEDIEND}/BerekendBedrag`, bedrag('15001')])),
  ]),
  fout('CS139', met(jw304, ['Clienten/Client[1]/Geboortedatum/DatumGebruik', '3'])),
];

export const DECLARATIE_23_GOED: readonly Goed[] = [
  goed('TR312', 'debet en credit', credit),
  goed('TR313', 'met btw', metBtw),
  goed('TR317', 'zonder berekend bedrag', zonder(jw303, `${INGEDIEND}/BerekendBedrag`)),
  goed(
    'TR320',
    'geheel geweigerd',
    met(
      zonder(jw304, 'Clienten'),
      ['Header/RetourCodes', { RetourCode: ['0030'] }],
      [`${RETOUR}/ToegekendTotaalBedrag`, totaal('0')],
    ),
  ),
  goed(
    'TR320',
    'deels toegekend',
    met(
      jw304,
      [`${EEN}/ToegekendeBedragPrestatie/ToegekendBedrag`, bedrag('5000')],
      [`${RETOUR}/ToegekendTotaalBedrag`, totaal('20000')],
    ),
  ),
  goed('CS324', 'op dezelfde dag', met(jw304, ['Header/RetourHeader/RetourDagtekening', '2019-07-02'])),
  goed('CS328', 'op de eerste dag', met(jw303, [`${EEN}/ProductPeriode/Begindatum`, '2015-01-01'])),
  goed(
    'CS331',
    'voor iJW 2.3',
    met(jw303, [`${INGEDIEND}/Eenheid`, '81'], [`${EEN}/ProductPeriode`, periode('2019-03-01', '2019-03-31')]),
  ),
  goed('CD058', 'servicebureau', met(jw303, ['Header/BetalingAanID', '01'], ['Header/Servicebureau', '98000001'])),
  goed(
    'CS323',
    'minder dan berekend',
    met(
      jw303,
      [`${INGEDIEND}/DeclaratieFactuurBedrag`, bedrag('14000')],
      [`${TOTALEN}/DeclaratieFactuurTotaalBedrag`, totaal('29000')],
    ),
  ),
];
