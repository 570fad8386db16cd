import { plusDagen } from '../../../standard/datum.ts';
import type { Bericht } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { declaratie } from '../../messages/declaratie.ts';
import { maand, prestatieReferentie, type TeDeclarerenRegel } from '../../messages/regel.ts';
import { jw301 } from '../../messages/toewijzing.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { met } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW, OUD } from '../content/inhoud.ts';
import { regel } from './tegen-toewijzing.ts';

/** A declaratie and its lines against what was declared before, and its client. */

const eerder = (d: Decor): TeDeclarerenRegel => ({ ...maand(d, -2), referentie: prestatieReferentie(d, 91) });
const credit = (d: Decor): TeDeclarerenRegel => ({
  ...maand(d, -2),
  vorig: prestatieReferentie(d, 91),
  debetCredit: 'C',
});
const geboekt = (d: Decor) => [jw301(d), declaratie(d, [eerder(d)], { volgnummer: 9 })];
const gecrediteerd = (d: Decor) => [
  ...geboekt(d),
  declaratie(d, [{ ...credit(d), referentie: prestatieReferentie(d, 92) }], { volgnummer: 8 }),
];
const metEerder = { eerder: (d: Decor) => [eerder(d)] };
const nieuw = (d: Decor): TeDeclarerenRegel => ({ referentie: prestatieReferentie(d, 1) });

const nogEens = (code: string, releases: typeof BEIDE): Sjabloon =>
  sjabloon(code, releases, (d) => ({
    voor: geboekt(d),
    goed: declaratie(d),
    fout: declaratie(d, [{}], { volgnummer: 9 }),
  }));

/** The second client of the set has no toewijzing. */
const onbekendeClient = (b: Bericht, d: Decor) =>
  met(b, [`${b.type === 'JW303' ? '' : 'Declaratie/'}Clienten/Client[1]/Bsn`, d.anderBsn]);

export const DECLARATIE_HISTORIE: readonly Sjabloon[] = [
  inhoud('TR304', 'JW323', NIEUW, onbekendeClient),
  inhoud('TR304', 'JW303', OUD, onbekendeClient),
  nogEens('TR333', NIEUW),
  nogEens('TR324', OUD),
  regel('TR314', BEIDE, (d) => ({ referentie: prestatieReferentie(d, 91) }), nieuw, metEerder),
  regel('TR323', BEIDE, (d) => ({ ...credit(d), vorig: prestatieReferentie(d, 77) }), credit, {
    ...metEerder,
    naam: 'onbekend',
  }),
  regel('TR323', BEIDE, (d) => ({ ...credit(d), volume: 59 }), credit, { ...metEerder, naam: 'anders' }),
  regel('TR389', NIEUW, (d) => ({ ...nieuw(d), ...maand(d, -2) }), nieuw, metEerder),
  sjabloon('TR390', BEIDE, (d) => {
    const bericht = declaratie(d, [credit(d)]);
    return { voor: gecrediteerd(d), voorGoed: geboekt(d), goed: bericht, fout: bericht };
  }),
  sjabloon('TR318', BEIDE, (d) => ({
    voor: geboekt(d),
    goed: declaratie(d, [maand(d, -3)]),
    fout: declaratie(d, [maand(d, -3)], maand(d, -2)),
  })),
  // The earlier declaratie is granted in part: its second line asks for more than was assigned.
  sjabloon('IV053', OUD, (d) => {
    const geweigerd = { ...maand(d, -3), referentie: prestatieReferentie(d, 92), volume: 3001 };
    return {
      voor: [jw301(d), declaratie(d, [eerder(d), geweigerd], { volgnummer: 9 })],
      goed: declaratie(d, [credit(d)]),
      fout: declaratie(d, [
        { ...geweigerd, referentie: prestatieReferentie(d, 93), vorig: geweigerd.referentie, debetCredit: 'C' },
      ]),
    };
  }),
];

const PERIODE = 'Header/DeclaratieFactuurIdentificatie/DeclaratiePeriode';
const vorm = (afgesproken: 'declaratie' | 'factuur', maanden = 12) => ({
  facturatie: { vorm: afgesproken, uiterlijkeMaanden: maanden },
});
const factuur = (d: Decor) => declaratie(d, [{}], { code: '450' });

/** What only iJW 2.3 asks of a JW303: the form that was agreed, a period that began, a term. */
export const FACTUUR: readonly Sjabloon[] = [
  sjabloon(
    'OP278',
    OUD,
    (d) => ({ voor: [jw301(d)], fout: declaratie(d), goed: factuur(d), afspraken: vorm('factuur') }),
    'factuur-afgesproken',
  ),
  sjabloon(
    'OP278',
    OUD,
    (d) => ({ voor: [jw301(d)], fout: factuur(d), goed: declaratie(d), afspraken: vorm('declaratie') }),
    'declaratie-afgesproken',
  ),
  // Dated after its period (TR137), so after the day of receipt too.
  inhoud('IV032', 'JW303', OUD, (b, d) => {
    const { begin, einde } = maand(d, 1);
    return met(
      b,
      [PERIODE, { Begindatum: begin, Einddatum: einde }],
      ['Header/DeclaratieFactuurIdentificatie/FactuurDagtekening', plusDagen(einde, 1)],
    );
  }),
  inhoud('IV032', 'JW304', OUD, (b, d) => met(b, ['Header/RetourHeader/RetourDagtekening', plusDagen(d.vandaag, 1)])),
  sjabloon('GW-DECLARATIETERMIJN', OUD, (d) => ({
    voor: [jw301(d)],
    fout: declaratie(d, [maand(d, -5)], maand(d, -5)),
    goed: declaratie(d, [maand(d, -5)]),
    afspraken: vorm('declaratie', 1),
  })),
];
