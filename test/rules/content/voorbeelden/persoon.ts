import { bericht, met, zonder } from '../../builders.ts';
import { type Fout, fout, type Goed, goed } from './voorbeeld.ts';

const jw301 = bericht('JW301');
const GEBOREN = 'Client/Geboortedatum';
const RELATIE = 'Client/Relaties/Relatie[1]';
const partner = { Achternaam: 'Ander' };

export const PERSOON_FOUT: readonly Fout[] = [
  fout('TR002', met(bericht('JW301', '2.3'), [`${RELATIE}/Geboortedatum/Datum`, '1905-12-31'])),
  fout('CS139', met(bericht('JW301', '2.3'), [`${RELATIE}/Geboortedatum/DatumGebruik`, '2'])),
  fout('CS050', met(bericht('JW301', '2.3'), ['Client/Naam/NaamGebruik', '2'])),
  fout('CS002', met(jw301, ['Client/Bsn', '123456789'])),
  fout('CS002', met(bericht('JW317'), ['Client/Bsn', '999900007'])),
  fout('CS002', met(bericht('JW323'), ['Declaratie/Clienten/Client[2]/Bsn', '999900019'])),
  fout('CS002', met(bericht('JW325'), ['DeclaratieAntwoord/Clienten/Client[1]/Bsn', '999900007'])),
  fout('CS002', met(bericht('JW315', '2.3'), ['Client/Bsn', '999900007'])),
  fout('CS002', met(bericht('JW303', '2.3'), ['Clienten/Client[1]/Bsn', '999900007'])),
  fout('CS002', met(bericht('JW304', '2.3'), ['Clienten/Client[1]/Bsn', '999900007'])),
  fout('TR002', met(jw301, [`${GEBOREN}/Datum`, '1906-03-01'])),
  fout('TR002', met(jw301, [`${RELATIE}/Geboortedatum/Datum`, '1905-12-31'])),
  fout('TR002', met(bericht('JW305'), [GEBOREN, { Datum: '1900-01-01' }])),
  fout('TR002', met(bericht('JW307', '2.3'), [GEBOREN, { Datum: '1900-01-01', DatumGebruik: '2' }])),
  fout('CS139', met(jw301, [GEBOREN, { Datum: '2012-01-01', DatumGebruik: '3' }])),
  fout('CS139', met(jw301, [GEBOREN, { Datum: '2012-02-01', DatumGebruik: '2' }])),
  fout('CS139', met(bericht('JW315'), [GEBOREN, { Datum: '2012-02-02', DatumGebruik: '1' }])),
  fout('CS139', met(jw301, [`${RELATIE}/Geboortedatum`, { Datum: '1980-01-02', DatumGebruik: '2' }])),
  fout('CS139', met(bericht('JW303', '2.3'), ['Clienten/Client[1]/Geboortedatum/DatumGebruik', '1'])),
  fout('CS050', met(jw301, ['Client/Naam/NaamGebruik', '2'])),
  fout('CS050', met(jw301, [`${RELATIE}/Naam/Partnernaam`, partner], [`${RELATIE}/Naam/NaamGebruik`, '6'])),
  fout('CS050', met(bericht('JW301', '2.3'), [`${RELATIE}/Naam/NaamGebruik`, '4'])),
  fout('CS318', met(jw301, ['Client/Naam/NaamGebruik', '6'])),
  fout('CS318', met(bericht('JW301', '2.3'), ['Client/Naam/NaamGebruik', '6'])),
  fout('CD007', zonder(jw301, 'Client/Communicatie/Taal')),
  fout('CD007', met(bericht('JW301', '2.3'), ['Client/Communicatie/Vorm', '2'])),
];

export const PERSOON_GOED: readonly Goed[] = [
  goed('TR002', 'precies 120 jaar', met(jw301, [`${GEBOREN}/Datum`, '1906-03-02'])),
  goed('TR002', 'geheel onbekend', met(jw301, [GEBOREN, { Datum: '1900-01-01', DatumGebruik: '3' }])),
  goed('CS139', 'alleen het jaar bekend', met(jw301, [GEBOREN, { Datum: '2012-01-01', DatumGebruik: '2' }])),
  goed('CS139', 'jaar en maand bekend', met(jw301, [GEBOREN, { Datum: '2012-05-01', DatumGebruik: '1' }])),
  goed('CS050', 'met partnernaam', met(jw301, ['Client/Naam/Partnernaam', partner], ['Client/Naam/NaamGebruik', '4'])),
  goed('CS318', 'een organisatie als voogd', met(jw301, [`${RELATIE}/Naam/NaamGebruik`, '6'])),
  goed('CD007', 'geen communicatie', zonder(jw301, 'Client/Communicatie')),
];
