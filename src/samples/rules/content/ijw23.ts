import { declaratie } from '../../messages/declaratie.ts';
import type { Sjabloon } from '../../scenario.ts';
import { met, zonder } from '../../wijzig.ts';
import { inhoud, OUD } from './inhoud.ts';
import { prestatiesIn } from './prestaties.ts';

/** Amounts and btw of a JW303 alone. */

const REGEL = `${prestatiesIn({ type: 'JW303' })}[1]/IngediendeBedragPrestatie`;
const BEDRAGEN = 'Header/DeclaratieFactuurBedragen';
const TOTAAL = `${BEDRAGEN}/DeclaratieFactuurTotaalBedrag`;
const BTW_TOTAAL = `${BEDRAGEN}/BtwTotaalBedrag`;
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
  jw303(
    'CD059',
    (b) => zonder(b, `${REGEL}/BtwVrijstellingIndicatie`),
    (_b, d) => declaratie(d, [{}], { code: '450' }),
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
];
