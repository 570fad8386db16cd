import { plusDagen } from '../../../standard/datum.ts';
import type { Bericht } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { maand } from '../../messages/regel.ts';
import type { Sjabloon } from '../../scenario.ts';
import { met, zonder } from '../../wijzig.ts';
import { inhoud, OUD } from './inhoud.ts';
import { prestatiesIn } from './prestaties.ts';

/** Rules that hold in a JW303 and, as it repeats the lines and numbers, in the JW304 on it. */

const EERSTE = `${prestatiesIn({ type: 'JW303' })}[1]`;
const REGEL = `${EERSTE}/IngediendeBedragPrestatie`;
const NUMMERS = 'Header/DeclaratieFactuurIdentificatie';
const PERIODE = `${NUMMERS}/DeclaratiePeriode`;
const BTW_NUMMER = `${NUMMERS}/BtwIDNummer`;
const NUL = { Bedrag: '0', DebetCredit: 'D' };

type Wijzig = (bericht: Bericht, decor: Decor) => Bericht;

/** What was submitted in all: only the JW303 tells it by line, but both hold it against the lines. */
const TOTAAL: Readonly<Record<string, string>> = {
  JW303: 'Header/DeclaratieFactuurBedragen/DeclaratieFactuurTotaalBedrag/TotaalBedrag',
  JW304: 'Header/RetourBedragen/IngediendTotaalBedrag/TotaalBedrag',
};

const beide = (regel: string, fout: Wijzig, eerst: Wijzig = (b) => b, naam = ''): Sjabloon[] =>
  (['JW303', 'JW304'] as const).map((type) => inhoud(regel, type, OUD, fout, { eerst, naam }));

/** A line with btw, of zero, and all that goes with it. */
const metBtw: Wijzig = (b) =>
  met(
    b,
    [`${REGEL}/BtwVrijstellingIndicatie`, '2'],
    [`${REGEL}/BtwPercentage`, '2100'],
    [`${REGEL}/BtwBedrag`, NUL],
    [BTW_NUMMER, 'NL123456789B01'],
    ...(b.type === 'JW303'
      ? [['Header/DeclaratieFactuurBedragen/BtwTotaalBedrag', { TotaalBedrag: '0', DebetCredit: 'D' }] as const]
      : []),
  );

const vrijgesteld: Wijzig = (b) => met(b, [`${REGEL}/BtwVrijstellingIndicatie`, '1']);

/** One cent more for the first line than it was calculated to be, and in all. */
const meer: Wijzig = (b) => {
  const totaal = b.type === 'JW303' ? '9001' : '18001';
  return met(b, [`${REGEL}/DeclaratieFactuurBedrag/Bedrag`, '9001'], [TOTAAL[b.type] ?? '', totaal]);
};

const periode = ({ begin, einde }: { readonly begin: string; readonly einde: string }) => ({
  Begindatum: begin,
  Einddatum: einde,
});

export const GEDEELD: readonly Sjabloon[] = [
  ...beide('TR317', (b) => met(b, [`${REGEL}/BerekendBedrag/Bedrag`, '9001'])),
  ...beide('CD055', (b) => zonder(b, BTW_NUMMER), metBtw, 'nummer'),
  ...beide('CD055', (b) => zonder(b, `${REGEL}/BtwBedrag`), metBtw, 'bedrag'),
  ...beide('CD056', (b) => met(b, [`${REGEL}/BtwPercentage`, '2100']), vrijgesteld),
  ...beide(
    'CD058',
    (b) => zonder(b, 'Header/Servicebureau'),
    (b) => met(b, ['Header/BetalingAanID', '01'], ['Header/Servicebureau', '98000001']),
  ),
  ...beide('CD062', (b) => met(b, [`${REGEL}/Eenheid`, '83'])),
  ...beide('CS323', meer),
  ...beide('CS327', (b) => met(b, [`${REGEL}/BerekendBedrag/DebetCredit`, 'C'])),
  ...beide('CS328', (b) => met(b, [`${EERSTE}/ProductPeriode/Begindatum`, '2014-12-31'])),
  ...beide('CS331', (b) => met(b, [`${REGEL}/Eenheid`, '81'])),
  ...beide('TR134', (b, d) => met(b, [`${EERSTE}/ProductPeriode`, periode(maand(d, 1))]), undefined, 'prestatie'),
  ...beide('TR134', (b, d) => met(b, [PERIODE, periode(maand(d, 1))]), undefined, 'declaratie'),
  ...beide(
    'TR137',
    (b, d) => met(b, [`${EERSTE}/ProductPeriode/Einddatum`, plusDagen(d.vandaag, 1)]),
    undefined,
    'prestatie',
  ),
  ...beide('TR137', (b, d) => met(b, [`${PERIODE}/Einddatum`, plusDagen(d.vandaag, 1)]), undefined, 'declaratie'),
];
