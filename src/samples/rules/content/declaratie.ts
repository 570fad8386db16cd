import { plusDagen, plusJaren } from '../../../standard/datum.ts';
import type { Bericht } from '../../../xml/tree.ts';
import { type Decor, eersteDag, laatsteDag } from '../../decor.ts';
import { declaratie, TOTAAL } from '../../messages/declaratie.ts';
import { maand, prestatieReferentie, type TeDeclarerenRegel } from '../../messages/regel.ts';
import { jw301, toegewezen } from '../../messages/toewijzing.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { met, zonder } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW } from './inhoud.ts';
import { euros, prestatiesIn } from './prestaties.ts';

/** Amounts and periods of a JW323. */

const PERIODE = 'Declaratie/DeclaratiePeriode';
const EERSTE = `${prestatiesIn({ type: 'JW323' })}[1]`;
const zetPeriode = (b: Bericht, pad: string, { begin, einde }: { begin: string; einde: string }) =>
  met(b, [pad, { Begindatum: begin, Einddatum: einde }]);

/** A declaratie on a toewijzing that began in the first month of the JW323 or before, dated as told. */
function lang(
  regel: string,
  dagtekening: (d: Decor) => string,
  fout: TeDeclarerenRegel,
  goed: (d: Decor) => TeDeclarerenRegel,
  naam = '',
) {
  return sjabloon(
    regel,
    NIEUW,
    (d) => ({
      voor: [jw301(d, [toegewezen(d, { Ingangsdatum: '2020-12-01' })])],
      fout: declaratie(d, [fout], { dagtekening: dagtekening(d) }),
      goed: declaratie(d, [goed(d)], { dagtekening: dagtekening(d) }),
    }),
    naam,
  );
}

/** Credits: what they name, in the message alone. */
const VORIG = 'ProductReferentie/VorigReferentieNummer';
const eerder = (d: Decor): TeDeclarerenRegel[] => [
  { referentie: prestatieReferentie(d, 91), ...maand(d, -2) },
  { referentie: prestatieReferentie(d, 92), ...maand(d, -3) },
];
const credit = (d: Decor, volgnummer: number, maanden: number): TeDeclarerenRegel => ({
  vorig: prestatieReferentie(d, volgnummer),
  debetCredit: 'C',
  ...maand(d, maanden),
});

export const DECLARATIE: readonly Sjabloon[] = [
  inhoud('TR358', 'JW323', NIEUW, (b) => met(b, [`${TOTAAL}/TotaalBedrag`, '9001'])),
  inhoud('CS325', 'JW323', NIEUW, (b) => met(b, [`${TOTAAL}/DebetCredit`, 'C']), {
    naam: 'totaal',
    eerst: (_b, d) => declaratie(d, [{ volume: 0 }]),
  }),
  inhoud('CS325', 'JW323', NIEUW, (_b, d) => declaratie(d, [{ ...credit(d, 91, -1), volume: 0 }]), {
    naam: 'prestatie',
    eerst: (_b, d) => declaratie(d, [{ volume: 0 }]),
  }),
  inhoud('CD087', 'JW323', NIEUW, (b) => zonder(b, `${EERSTE}/ProductTarief`)),
  euros('CD087', NIEUW, (b) => met(b, [`${EERSTE}/ProductTarief`, '1'])),
  euros('CS339', NIEUW, (b) => met(b, [`${EERSTE}/GeleverdVolume`, '4999'])),
  inhoud('TR134', 'JW323', NIEUW, (b, d) => zetPeriode(b, PERIODE, maand(d, 1)), { naam: 'declaratie' }),
  inhoud('TR134', 'JW323', NIEUW, (b, d) => zetPeriode(b, `${EERSTE}/ProductPeriode`, maand(d, 1)), {
    naam: 'prestatie',
  }),
  sjabloon(
    'TR137',
    NIEUW,
    (d) => {
      const begin = plusDagen(d.begin, 9);
      const goed = declaratie(d, [{ begin, einde: laatsteDag(d.begin, 0) }]);
      const fout = met(goed, [`${EERSTE}/ProductPeriode/Einddatum`, d.begin]);
      return { voor: [jw301(d, [toegewezen(d, { Ingangsdatum: begin })])], goed, fout };
    },
    'prestatie',
  ),
  sjabloon(
    'TR137',
    NIEUW,
    (d) => {
      const halverwege = plusDagen(eersteDag(d.vandaag, -1), 14);
      const regels = [maand(d, -2)];
      const goed = met(declaratie(d, regels, { ...maand(d, -2), dagtekening: halverwege }), [
        'Header/BerichtIdentificatie/Dagtekening',
        halverwege,
      ]);
      return { voor: [jw301(d)], goed, fout: zetPeriode(goed, PERIODE, maand(d, -1)) };
    },
    'declaratie',
  ),
  inhoud('CS337', 'JW323', NIEUW, (b, d) => met(b, [`${EERSTE}/ProductPeriode/Begindatum`, eersteDag(d.vandaag, -2)])),
  inhoud('CS340', 'JW323', NIEUW, (b, d) => met(b, [`${PERIODE}/Begindatum`, eersteDag(d.vandaag, -2)])),
  inhoud('CS100', 'JW323', NIEUW, (b) => zetPeriode(b, PERIODE, { begin: '2020-12-01', einde: '2020-12-31' })),
  lang(
    'CS100',
    () => '2021-02-01',
    { begin: '2020-12-01', einde: '2020-12-31' },
    () => ({ begin: '2021-01-01', einde: '2021-01-31' }),
    'prestatie',
  ),
  lang(
    'TR335',
    (d) => d.vandaag,
    { begin: '2021-01-01', einde: '2021-01-31' },
    (d) => maand({ ...d, vandaag: plusJaren(d.vandaag, -5) }, 0),
  ),
  inhoud('TR416', 'JW323', NIEUW, (b, d) => zetPeriode(b, `${prestatiesIn(b)}[2]/ProductPeriode`, maand(d, -1)), {
    eerst: (_b, d) => declaratie(d, [{}, maand(d, -2)]),
  }),
  ...(['JW323', 'JW303'] as const).map((type) =>
    inhoud(
      'TR101',
      type,
      type === 'JW323' ? NIEUW : ['2.3'],
      (b, d) => met(b, [`${prestatiesIn(b)}[2]/ProductReferentie/ReferentieNummer`, prestatieReferentie(d)]),
      { eerst: (_b, d) => declaratie(d, [{}, maand(d, -2)]) },
    ),
  ),
];

function metEerder(
  regel: string,
  naam: string,
  goed: (d: Decor) => TeDeclarerenRegel[],
  fout: (b: Bericht, d: Decor) => Bericht,
) {
  return sjabloon(
    regel,
    BEIDE,
    (d) => {
      const juist = declaratie(d, goed(d));
      return { voor: [jw301(d), declaratie(d, eerder(d), { volgnummer: 9 })], goed: juist, fout: fout(juist, d) };
    },
    naam,
  );
}

export const CREDITS: readonly Sjabloon[] = [
  metEerder(
    'CD060',
    'credit',
    (d) => [credit(d, 91, -2)],
    (b) => zonder(b, `${prestatiesIn(b)}[1]/${VORIG}`),
  ),
  metEerder(
    'CD060',
    'debet',
    () => [{}],
    (b, d) => met(b, [`${prestatiesIn(b)}[1]/${VORIG}`, prestatieReferentie(d, 91)]),
  ),
  metEerder(
    'TR315',
    '',
    (d) => [credit(d, 91, -2), credit(d, 92, -3)],
    (b, d) => met(b, [`${prestatiesIn(b)}[2]/${VORIG}`, prestatieReferentie(d, 91)]),
  ),
  metEerder(
    'TR316',
    '',
    (d) => [{}, credit(d, 91, -2)],
    (b, d) => met(b, [`${prestatiesIn(b)}[2]/${VORIG}`, prestatieReferentie(d)]),
  ),
];
