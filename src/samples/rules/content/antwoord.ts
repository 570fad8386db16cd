import { plusDagen } from '../../../standard/datum.ts';
import type { Release } from '../../../standard/message-types.ts';
import type { Bericht } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { maand, prestatieReferentie } from '../../messages/regel.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { beantwoord } from '../../uitgangspunt.ts';
import { met } from '../../wijzig.ts';
import { inhoud, NIEUW, OUD } from './inhoud.ts';
import { prestatiesIn } from './prestaties.ts';

/** The inside of a JW325 or JW304 of a gemeente with a system of its own. */

const REGELS = prestatiesIn({ type: 'JW325' });
const TOEGEKEND = 'DeclaratieAntwoord/TotaalToegekendBedrag';
const TOEGEKEND_23 = 'Header/RetourBedragen/ToegekendTotaalBedrag';
const VORIG = 'ProductReferentie/VorigReferentieNummer';

/** Both lines refused: nothing is granted. */
function beide(
  regel: string,
  releases: readonly Release[],
  fout: (b: Bericht, d: Decor) => Bericht,
  naam = '',
): Sjabloon {
  const maak = (d: Decor) => {
    const begin = beantwoord(d, { geweigerd: [1, 2] });
    return { ...begin, fout: fout(begin.goed, d) };
  };
  return sjabloon(regel, releases, maak, naam);
}

const zelfdeReferentie = (b: Bericht, d: Decor) =>
  met(b, [`${prestatiesIn(b)}[2]/ProductReferentie/ReferentieNummer`, prestatieReferentie(d)]);

export const ANTWOORD: readonly Sjabloon[] = [
  inhoud('TR342', 'JW325', NIEUW, (b) => met(b, [`${TOEGEKEND}/TotaalBedrag`, '9001'])),
  inhoud('TR320', 'JW304', OUD, (b) => met(b, [`${TOEGEKEND_23}/TotaalBedrag`, '9001'])),
  inhoud('CD060', 'JW325', NIEUW, (b) => met(b, [`${REGELS}[1]/${VORIG}`, 'EERDER'])),
  inhoud('CD060', 'JW304', OUD, (b) => met(b, [`${prestatiesIn(b)}[1]/${VORIG}`, 'EERDER'])),
  beide('CS325', NIEUW, (b) => met(b, [`${TOEGEKEND}/DebetCredit`, 'C']), 'totaal'),
  beide('CS325', OUD, (b) => met(b, [`${TOEGEKEND_23}/DebetCredit`, 'C'])),
  inhoud('CS324', 'JW304', OUD, (b, d) => met(b, ['Header/RetourHeader/RetourDagtekening', plusDagen(d.vandaag, -1)])),
  beide('TR101', NIEUW, zelfdeReferentie),
  beide('TR101', OUD, zelfdeReferentie),
  inhoud('TR137', 'JW325', NIEUW, (b, d) => met(b, [`${REGELS}[1]/ProductPeriode/Einddatum`, d.begin])),
  inhoud(
    'TR134',
    'JW325',
    NIEUW,
    (b, d) => {
      const { begin, einde } = maand(d, 1);
      return met(b, [`${REGELS}[1]/ProductPeriode`, { Begindatum: begin, Einddatum: einde }]);
    },
    { naam: 'prestatie' },
  ),
  sjabloon(
    'CS325',
    NIEUW,
    (d) => {
      const begin = beantwoord(d, { regels: [maand(d, -2), { volume: 0 }] });
      const fout = met(begin.goed, [`${REGELS}[1]/IngediendBedrag/DebetCredit`, 'C'], [`${REGELS}[1]/${VORIG}`, 'X1']);
      return { ...begin, fout };
    },
    'prestatie',
  ),
];
