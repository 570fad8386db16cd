import type { Bericht } from '../../../xml/tree.ts';
import { OPVOLGER, OUDE_GEMEENTE } from '../../afspraken.ts';
import type { Decor } from '../../decor.ts';
import { declaratie } from '../../messages/declaratie.ts';
import { jw305, jw307, start, stop } from '../../messages/regie.ts';
import { jw301, toegewezen, tweede } from '../../messages/toewijzing.ts';
import { aangevraagd, jw315, jw317, jw319, referentie, straks, teWijzigen } from '../../messages/verzoek.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { beantwoord, EIGEN } from '../../uitgangspunt.ts';
import { met } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW, OUD } from '../content/inhoud.ts';

/**
 * A gemeente that was merged into another: its code is for what began before (TR378, CS300). The toewijzing that a message
 * is about began later, but came to be known together with one from before, under the old code.
 */
const NA = '2022-03-01';

const onder = (d: Decor, code: string): Decor => ({ ...d, gemeente: code, begin: NA });
const oud = (d: Decor) => onder(d, OUDE_GEMEENTE.code);
const nu = (d: Decor) => onder(d, OPVOLGER.code);

/** The second toewijzing is the one that began after the merger. */
function samenToegewezen(d: Decor): Bericht {
  const ervoor = { Ingangsdatum: '2021-06-01', Einddatum: OUDE_GEMEENTE.tot };
  return jw301(oud(d), [toegewezen(oud(d), ervoor), tweede(oud(d))]);
}

const opTweede = (d: Decor) => {
  const { ToewijzingNummer, Product } = tweede(d);
  return { ToewijzingNummer, Product };
};
const opEerste = { ToewijzingIngangsdatum: '2021-06-01' };

/** One message under the old code, and under the new one. */
function code(
  regel: string,
  releases: typeof BEIDE,
  voor: (d: Decor) => readonly Bericht[],
  maak: (d: Decor) => Bericht,
): Sjabloon {
  return sjabloon(regel, releases, (d) => ({
    voor: voor(d),
    fout: maak(oud(d)),
    goed: maak(nu(d)),
    afspraken: EIGEN,
  }));
}

const starts = (d: Decor) => jw305(d, [start(d, opEerste), start(d, opTweede(d))]);
const regel = (d: Decor) => declaratie(d, [{ toewijzing: d.nummer + 1, code: '45A03' }]);

export const GEMEENTECODE: readonly Sjabloon[] = [
  code(
    'TR378',
    BEIDE,
    () => [],
    (d) => jw301(d),
  ),
  code(
    'TR378',
    BEIDE,
    () => [],
    (d) => jw315(d),
  ),
  code(
    'TR378',
    BEIDE,
    (d) => [samenToegewezen(d)],
    (d) => jw305(d, [start(d, opTweede(d))]),
  ),
  code(
    'TR378',
    BEIDE,
    (d) => [samenToegewezen(d), starts(oud(d))],
    (d) => jw307(d, [stop(d, opTweede(d))]),
  ),
  code(
    'TR378',
    NIEUW,
    (d) => [samenToegewezen(d)],
    (d) => jw317(d, { anders: [teWijzigen(d, { ToewijzingNummer: String(d.nummer + 1) })] }),
  ),
  code('TR378', NIEUW, (d) => [samenToegewezen(d)], regel),
  code('CS300', OUD, (d) => [samenToegewezen(d)], regel),
  code(
    'TR378',
    NIEUW,
    (d) => [
      jw315(oud(d), [
        aangevraagd(d, {
          ReferentieAanbieder: referentie(d, 2),
          ToewijzingIngangsdatum: '2021-10-01',
          ToewijzingEinddatum: '2021-12-31',
        }),
        aangevraagd(d, { ToewijzingIngangsdatum: straks(d) }),
      ]),
    ],
    (d) => jw319(d),
  ),
  inhoud('TR378', 'JW319', NIEUW, (b) => met(b, ['Antwoord/Woonplaatsbeginsel/Gemeente', '9999']), {
    naam: 'woonplaatsbeginsel',
    eerst: (b) =>
      met(b, ['Antwoord/RedenAfwijzingVerzoek', '8'], ['Antwoord/Woonplaatsbeginsel', { Gemeente: '0363' }]),
  }),
  sjabloon('TR378', NIEUW, (d) => {
    const begin = beantwoord(nu({ ...d }));
    const fout = met(
      begin.goed,
      ['Header/Afzender', OUDE_GEMEENTE.code],
      ['Header/DeclaratieIdentificatie/Identificatie', 'ONBEKEND'],
    );
    return { ...begin, fout };
  }),
];
