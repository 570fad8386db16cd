import { plusDagen } from '../../../standard/datum.ts';
import type { Release } from '../../../standard/message-types.ts';
import type { Bericht } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { antwoordOp } from '../../messages/antwoord.ts';
import { declaratie } from '../../messages/declaratie.ts';
import { maand, prestatieReferentie } from '../../messages/regel.ts';
import { jw305, jw307, start, stop } from '../../messages/regie.ts';
import { jw301, product, toegewezen, tweede } from '../../messages/toewijzing.ts';
import { aangevraagd, jw315, jw317, jw319, referentie, teWijzigen } from '../../messages/verzoek.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { EIGEN } from '../../uitgangspunt.ts';
import { met } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW, OUD } from '../content/inhoud.ts';

/** What the Header says of the message itself: an Identificatie that is new, a Dagtekening that has come. */

const IDENTIFICATIE = 'Header/BerichtIdentificatie/Identificatie';
const DAGTEKENING = 'Header/BerichtIdentificatie/Dagtekening';

/** A message, and a later one of its type that is sent under the same Identificatie. */
interface Tweetal {
  readonly voor: readonly Bericht[];
  readonly eerste: Bericht;
  readonly daarna?: readonly Bericht[];
  readonly tweede: Bericht;
}

function dubbel(releases: readonly Release[], maak: (d: Decor) => Tweetal): Sjabloon {
  return sjabloon('TR056', releases, (d) => {
    const onder = (bericht: Bericht, letter: string) => met(bericht, [IDENTIFICATIE, `${letter}${d.nummer}`]);
    const { voor, eerste, daarna = [], tweede: later } = maak(d);
    return {
      voor: [...voor, onder(eerste, 'X'), ...daarna],
      goed: onder(later, 'Y'),
      fout: onder(later, 'X'),
      afspraken: EIGEN,
    };
  });
}

const product45A03 = { Product: product('45A03') };
const ander = (d: Decor): Decor => ({ ...d, bsn: d.anderBsn, nummer: d.nummer + 5 });
const opTweede = (d: Decor) => ({ ToewijzingNummer: String(d.nummer + 1), ...product45A03 });
const beide = (d: Decor) => jw301(d, [toegewezen(d), tweede(d)]);

const DUBBEL: readonly Sjabloon[] = [
  dubbel(BEIDE, (d) => ({ voor: [], eerste: jw301(d), tweede: beide(d) })),
  dubbel(BEIDE, (d) => ({ voor: [beide(d)], eerste: jw305(d), tweede: jw305(d, [start(d, opTweede(d))]) })),
  dubbel(BEIDE, (d) => ({
    voor: [beide(d), jw305(d, [start(d), start(d, opTweede(d))])],
    eerste: jw307(d),
    tweede: jw307(d, [stop(d, opTweede(d))]),
  })),
  dubbel(BEIDE, (d) => ({ voor: [], eerste: jw315(ander(d)), tweede: jw315(d) })),
  dubbel(NIEUW, (d) => ({
    voor: [jw301(ander(d)), jw301(d)],
    eerste: jw317(ander(d), { anders: [teWijzigen(ander(d))] }),
    tweede: jw317(d, { anders: [teWijzigen(d)] }),
  })),
  dubbel(NIEUW, (d) => ({
    voor: [jw315(d, [aangevraagd(d), aangevraagd(d, { ...product45A03, ReferentieAanbieder: referentie(d, 2) })])],
    eerste: jw319(d),
    tweede: jw319(d, { ReferentieAanbieder: referentie(d, 2), VerzoekAntwoord: '2' }),
  })),
  dubbel(NIEUW, (d) => ({
    voor: [jw301(d)],
    eerste: declaratie(d, [{ ...maand(d, -2), referentie: prestatieReferentie(d, 91) }], { volgnummer: 2 }),
    tweede: declaratie(d),
  })),
  dubbel(NIEUW, (d) => {
    const heen = [maand(d, -3), maand(d, -2)].map((periode, i) =>
      met(declaratie(d, [{ ...periode, referentie: prestatieReferentie(d, i + 91) }], { volgnummer: i + 2 }), [
        IDENTIFICATIE,
        `H${i}N${d.nummer}`,
      ]),
    );
    const [eerste, tweede] = heen.map((bericht) => antwoordOp(d, bericht, []));
    if (eerste === undefined || tweede === undefined) throw new Error('two declaraties have two answers');
    return { voor: [jw301(d), ...heen], eerste, tweede };
  }),
];

const HEEN = ['JW301', 'JW305', 'JW307', 'JW315'] as const;
const HEEN_32 = ['JW317', 'JW319', 'JW323', 'JW325'] as const;

const morgen = (b: Bericht, d: Decor) => met(b, [DAGTEKENING, plusDagen(d.vandaag, 1)]);

export const HEADER: readonly Sjabloon[] = [
  ...DUBBEL,
  ...HEEN.map((type) => inhoud('TR135', type, BEIDE, morgen)),
  ...HEEN_32.map((type) => inhoud('TR135', type, NIEUW, morgen)),
  inhoud('CS064', 'JW303', OUD, (b, d) =>
    met(b, ['Header/DeclaratieFactuurIdentificatie/FactuurDagtekening', plusDagen(d.vandaag, 1)]),
  ),
];
