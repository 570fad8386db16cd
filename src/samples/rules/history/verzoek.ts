import { plusDagen } from '../../../standard/datum.ts';
import type { Bericht, Groep } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { jw301, OMVANG, product, toegewezen } from '../../messages/toewijzing.ts';
import { aangevraagd, jw315, jw317, jw319, nieuw, referentie, straks, teWijzigen } from '../../messages/verzoek.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { EIGEN } from '../../uitgangspunt.ts';
import { erbij, met, zonder } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW } from '../content/inhoud.ts';
import { aspecifiek } from './productcode.ts';

/** Requests and answers against what was assigned and asked for before. */

const ANDERS = 'Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct';
const GELIJK = 'Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct';

const wijziging = (d: Decor, nummer = 1) => jw317(d, { anders: [teWijzigen(d)], referentie: referentie(d, nummer) });
const vanAnder = (d: Decor) => jw315({ ...d, bsn: d.anderBsn });
const onderzoek = (d: Decor) => jw319(d, { VerzoekAntwoord: '2' });

/** A set at a gemeente that decides by itself. */
function bijEigen(
  regel: string,
  releases: typeof BEIDE,
  maak: (d: Decor) => { voor: readonly Bericht[]; voorGoed?: readonly Bericht[]; goed: Bericht; fout: Bericht },
  naam = '',
): Sjabloon {
  return sjabloon(regel, releases, (d) => ({ ...maak(d), afspraken: EIGEN }), naam);
}

/** One toewijzing, and a change of it that should have been another. */
function tegen(
  regel: string,
  toewijzing: (d: Decor) => Groep,
  goed: (d: Decor) => Groep,
  fout: (d: Decor) => Groep,
): Sjabloon {
  return bijEigen(regel, NIEUW, (d) => ({
    voor: [jw301(d, [toewijzing(d)])],
    goed: jw317(d, { anders: [teWijzigen(d, goed(d))] }),
    fout: jw317(d, { anders: [teWijzigen(d, fout(d))] }),
  }));
}

const metBudget = () => ({ Omvang: undefined, Budget: '600000' });
const generiek = (d: Decor) => toegewezen(d, { Product: undefined, Omvang: undefined, Budget: '500000' });

export const VERZOEK_HISTORIE: readonly Sjabloon[] = [
  bijEigen('TR347', BEIDE, (d) => ({
    voor: [vanAnder(d)],
    goed: jw315(d, [aangevraagd(d, { ReferentieAanbieder: referentie(d, 2) })]),
    fout: jw315(d),
  })),
  bijEigen('TR347', NIEUW, (d) => ({
    voor: [jw301(d), vanAnder(d)],
    goed: wijziging(d, 2),
    fout: wijziging(d),
  })),
  bijEigen('TR374', NIEUW, (d) => {
    const later = jw315(d, [aangevraagd(d, { ReferentieAanbieder: referentie(d, 2), Product: product('45A03') })]);
    return { voor: [jw315(d)], voorGoed: [jw315(d), jw319(d)], goed: later, fout: later };
  }),
  bijEigen('TR374', NIEUW, (d) => ({
    voor: [jw301(d), jw315(d)],
    voorGoed: [jw301(d), jw315(d), jw319(d)],
    goed: wijziging(d, 2),
    fout: wijziging(d, 2),
  })),
  bijEigen('TR304', NIEUW, (d) => ({ voor: [], voorGoed: [jw301(d)], goed: wijziging(d), fout: wijziging(d) })),
  inhoud('TR349', 'JW317', NIEUW, (b) => zonder(b, 'Client/Verzoek/OngewijzigdeProducten')),
  inhoud('TR350', 'JW317', NIEUW, (b, d) => erbij(b, GELIJK, { ToewijzingNummer: String(d.nummer + 7) })),
  inhoud('TR351', 'JW317', NIEUW, (b, d) => erbij(b, ANDERS, { ToewijzingNummer: String(d.nummer + 7) })),
  tegen(
    'TR357',
    (d) => toegewezen(d, { Omvang: { ...OMVANG, Frequentie: '4' } }),
    (d) => ({ GewensteIngangsdatum: plusDagen(d.vandaag, 1) }),
    (d) => ({ GewensteIngangsdatum: d.vandaag }),
  ),
  tegen(
    'TR373',
    toegewezen,
    () => ({}),
    (d) => ({ GewensteIngangsdatum: straks(d) }),
  ),
  tegen('TR375', generiek, metBudget, () => ({})),
  tegen(
    'TR411',
    toegewezen,
    () => ({}),
    () => ({ Omvang: undefined }),
  ),
  tegen('TR412', aspecifiek, metBudget, () => ({})),
  bijEigen('TR361', NIEUW, (d) => ({
    voor: [jw301(d)],
    goed: jw317(d, { gelijk: [d.nummer], nieuw: [nieuw(d, { Product: product('45A02') })] }),
    fout: jw317(d, { gelijk: [d.nummer], nieuw: [nieuw(d, { Product: product('45A01') })] }),
  })),
  inhoud('TR355', 'JW319', NIEUW, (b, d) => met(b, ['Antwoord/ReferentieAanbieder', referentie(d, 7)])),
  bijEigen('TR359', NIEUW, (d) => ({
    voor: [jw315(d), jw301(d, [toegewezen(d, { ReferentieAanbieder: referentie(d) })])],
    voorGoed: [jw315(d)],
    goed: jw319(d),
    fout: jw319(d),
  })),
  bijEigen('TR360', NIEUW, (d) => ({ voor: [jw315(d), onderzoek(d)], goed: jw319(d), fout: onderzoek(d) })),
  bijEigen('TR365', NIEUW, (d) => ({
    voor: [jw315(d), jw319(d)],
    voorGoed: [jw315(d), onderzoek(d)],
    goed: jw319(d),
    fout: jw319(d),
  })),
];
