import type { Groep } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { declaratie } from '../../messages/declaratie.ts';
import { prestatieReferentie } from '../../messages/regel.ts';
import { jw301, toegewezen, toegewezenLijst, tweede } from '../../messages/toewijzing.ts';
import { jw315, jw317, referentie, teWijzigen } from '../../messages/verzoek.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { EIGEN } from '../../uitgangspunt.ts';
import { met, zonder } from '../../wijzig.ts';
import { BEIDE, NIEUW } from '../content/inhoud.ts';

/** A JW301 against what was assigned, asked for and declared before. */

/** A version that was made today. */
export function nieuweVersie(d: Decor, anders: Groep = {}): Groep {
  return { Toewijzingsdatum: d.vandaag, ...anders };
}

const credit = (d: Decor) => ({
  vorig: prestatieReferentie(d),
  referentie: prestatieReferentie(d, 93),
  debetCredit: 'C' as const,
});
const verwijderd = (d: Decor) =>
  jw301(d, [toegewezen(d, nieuweVersie(d, { Einddatum: d.begin, RedenWijziging: '13' }))]);

export const TOEWIJZING_HISTORIE: readonly Sjabloon[] = [
  sjabloon('TR332', BEIDE, (d) => {
    const goed = jw301(d, [toegewezen(d, { ToewijzingNummer: String(d.nummer + 1) })]);
    const fout = met(goed, [`${toegewezenLijst(goed)}[1]/ToewijzingNummer`, String(d.nummer)]);
    return { voor: [jw301({ ...d, bsn: d.anderBsn })], goed, fout };
  }),
  sjabloon(
    'TR379',
    NIEUW,
    (d) => {
      const goed = jw301(d, [toegewezen(d, { ReferentieAanbieder: referentie(d) })]);
      const fout = met(goed, [`${toegewezenLijst(goed)}[1]/ReferentieAanbieder`, referentie(d, 2)]);
      return { voor: [jw315(d)], goed, fout, afspraken: EIGEN };
    },
    'toewijzing',
  ),
  sjabloon(
    'TR379',
    NIEUW,
    (d) => {
      const versie = nieuweVersie(d, { ReferentieAanbieder: referentie(d) });
      const goed = jw301(d, [toegewezen(d, versie), tweede(d, versie)]);
      const fout = zonder(goed, `${toegewezenLijst(goed)}[2]/ReferentieAanbieder`);
      const voor = [
        jw301(d, [toegewezen(d), tweede(d)]),
        jw317(d, { gelijk: [d.nummer + 1], anders: [teWijzigen(d)] }),
      ];
      return { voor, goed, fout, afspraken: EIGEN };
    },
    'wijziging',
  ),
  sjabloon(
    'TR379',
    NIEUW,
    (d) => {
      const goed = jw301(d, [toegewezen(d), tweede(d, { ReferentieAanbieder: referentie(d) })]);
      const fout = met(goed, [`${toegewezenLijst(goed)}[1]/ReferentieAanbieder`, referentie(d)]);
      return { voor: [jw301(d), jw315(d)], goed, fout, afspraken: EIGEN };
    },
    'meegestuurd',
  ),
  sjabloon('TR385', NIEUW, (d) => ({
    voor: [jw301(d), declaratie(d)],
    voorGoed: [jw301(d), declaratie(d), declaratie(d, [credit(d)], { volgnummer: 2 })],
    goed: verwijderd(d),
    fout: verwijderd(d),
  })),
];
