import { declaratie } from '../berichten/declaratie.ts';
import type { Sjabloon } from '../scenario.ts';
import { met, zonder } from '../wijzig.ts';
import { inhoud, OUD } from './inhoud.ts';
import { euros, prestatiesIn } from './prestaties.ts';

/** Amounts and btw of a JW303. */

const REGEL = `${prestatiesIn({ type: 'JW303' })}[1]/IngediendeBedragPrestatie`;
const BEDRAGEN = 'Header/DeclaratieFactuurBedragen';
const TOTAAL = `${BEDRAGEN}/DeclaratieFactuurTotaalBedrag`;
const BTW_TOTAAL = `${BEDRAGEN}/BtwTotaalBedrag`;
const BTW_NUMMER = 'Header/DeclaratieFactuurIdentificatie/BtwIDNummer';
const NUL = { Bedrag: '0', DebetCredit: 'D' };
const TOTAAL_NUL = { TotaalBedrag: '0', DebetCredit: 'D' };

type Wijzig = Parameters<typeof inhoud>[3];

const jw303 = (regel: string, fout: Wijzig, eerst: Wijzig = (b) => b, naam = ''): Sjabloon =>
  inhoud(regel, 'JW303', OUD, fout, { eerst, naam });

export const IJW_23: readonly Sjabloon[] = [
  jw303('TR312', (b) => met(b, [`${TOTAAL}/TotaalBedrag`, '9001'])),
  jw303(
    'TR313',
    (b) => met(b, [`${BTW_TOTAAL}/TotaalBedrag`, '100']),
    (b) => met(b, [BTW_TOTAAL, TOTAAL_NUL]),
  ),
  jw303('TR317', (b) => met(b, [`${REGEL}/BerekendBedrag/Bedrag`, '9001'])),
  jw303(
    'CD055',
    (b) => zonder(b, BTW_NUMMER),
    (b) =>
      met(
        b,
        [`${REGEL}/BtwVrijstellingIndicatie`, '2'],
        [`${REGEL}/BtwPercentage`, '2100'],
        [`${REGEL}/BtwBedrag`, NUL],
        [BTW_TOTAAL, TOTAAL_NUL],
        [BTW_NUMMER, 'NL123456789B01'],
      ),
  ),
  jw303(
    'CD056',
    (b) => met(b, [`${REGEL}/BtwPercentage`, '2100']),
    (b) => met(b, [`${REGEL}/BtwVrijstellingIndicatie`, '1']),
  ),
  jw303(
    'CD058',
    (b) => zonder(b, 'Header/Servicebureau'),
    (b) => met(b, ['Header/BetalingAanID', '01'], ['Header/Servicebureau', '98000001']),
  ),
  jw303(
    'CD059',
    (b) => zonder(b, `${REGEL}/BtwVrijstellingIndicatie`),
    (_b, d) => declaratie(d, [{}], { code: '450' }),
  ),
  euros('CD062', OUD, (b) => met(b, [`${REGEL}/ProductTarief`, '1'])),
  jw303('CS323', (b) =>
    met(b, [`${REGEL}/DeclaratieFactuurBedrag/Bedrag`, '9001'], [`${TOTAAL}/TotaalBedrag`, '9001']),
  ),
  jw303(
    'CS325',
    (b) => met(b, [`${TOTAAL}/DebetCredit`, 'C']),
    (_b, d) => declaratie(d, [{ volume: 0 }]),
    'totaal',
  ),
  jw303(
    'CS325',
    (b) => met(b, [`${REGEL}/BtwBedrag/DebetCredit`, 'C']),
    (b) => met(b, [`${REGEL}/BtwBedrag`, NUL]),
    'prestatie',
  ),
  jw303('CS327', (b) => met(b, [`${REGEL}/BerekendBedrag/DebetCredit`, 'C'])),
];
