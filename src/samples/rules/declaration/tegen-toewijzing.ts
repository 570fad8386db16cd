import type { Release } from '../../../standard/message-types.ts';
import type { Groep } from '../../../xml/tree.ts';
import { type Decor, eersteDag, laatsteDag } from '../../decor.ts';
import { type DeclaratieKop, declaratie } from '../../messages/declaratie.ts';
import { maand, prestatieReferentie, type TeDeclarerenRegel } from '../../messages/regel.ts';
import { jw301, toegewezen } from '../../messages/toewijzing.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { BEIDE, NIEUW, OUD } from '../content/inhoud.ts';
import { aspecifiek } from '../history/productcode.ts';
import { nieuweVersie } from '../history/toewijzing.ts';

/** A line against the toewijzing that it is declared on. */

type Maak<T> = (d: Decor) => T;

/** What stands before a line, other than one toewijzing of the set. */
export interface Vooraf {
  readonly toewijzing?: Maak<Groep>;
  /** Lines of an earlier declaratie. */
  readonly eerder?: Maak<readonly TeDeclarerenRegel[]>;
  readonly naam?: string;
  readonly kop?: Maak<DeclaratieKop>;
}

/** A declaratie of one line that breaks a rule, and the line as it should have been. */
export function regel(
  code: string,
  releases: readonly Release[],
  fout: Maak<TeDeclarerenRegel>,
  goed: Maak<TeDeclarerenRegel>,
  { toewijzing = toegewezen, eerder, naam = '', kop = () => ({}) }: Vooraf = {},
): Sjabloon {
  const maak = (d: Decor) => {
    const geboekt = eerder === undefined ? [] : [declaratie(d, eerder(d), { volgnummer: 9 })];
    return {
      voor: [jw301(d, [toewijzing(d)]), ...geboekt],
      fout: declaratie(d, [fout(d)], kop(d)),
      goed: declaratie(d, [goed(d)], kop(d)),
    };
  };
  return sjabloon(code, releases, maak, naam);
}

const gewoon = (): TeDeclarerenRegel => ({});
const perMaand: Vooraf = {
  toewijzing: (d) => toegewezen(d, { Omvang: { Volume: '600', Eenheid: '01', Frequentie: '4' } }),
};

/** One meaning under two codes, one for each release. */
function perRelease(oud: string, nieuw: string, maak: (code: string, releases: readonly Release[]) => Sjabloon) {
  return [maak(oud, OUD), maak(nieuw, NIEUW)];
}

export const TEGEN_TOEWIJZING: readonly Sjabloon[] = [
  ...perRelease('TR303', 'TR338', (code, releases) =>
    regel(code, releases, (d) => ({ toewijzing: d.nummer + 7 }), gewoon),
  ),
  regel(
    'TR303',
    OUD,
    () => ({ toewijzing: null, code: '45A03' }),
    () => ({ toewijzing: null }),
    {
      naam: 'zonder-nummer',
    },
  ),
  ...perRelease('TR305', 'TR339', (code, releases) =>
    sjabloon(code, releases, (d) => ({
      voor: [jw301(d, [aspecifiek(d, '44')])],
      voorGoed: [jw301(d, [aspecifiek(d, '45')])],
      goed: declaratie(d),
      fout: declaratie(d),
    })),
  ),
  ...perRelease('TR306', 'TR340', (code, releases) => regel(code, releases, () => ({ code: '45A03' }), gewoon)),
  ...perRelease('TR309', 'TR341', (code, releases) =>
    regel(code, releases, () => ({ eenheid: '04', volume: 1, tarief: 9000 }), gewoon),
  ),
  sjabloon('TR384', NIEUW, (d) => {
    const eenDag = (RedenWijziging: string) =>
      jw301(d, [toegewezen(d, nieuweVersie(d, { Einddatum: d.begin, RedenWijziging }))]);
    const bericht = declaratie(d, [{ begin: d.begin, einde: d.begin }]);
    return { voor: [eenDag('13')], voorGoed: [eenDag('12')], goed: bericht, fout: bericht };
  }),
  regel(
    'TR307',
    BEIDE,
    (d) => maand(d, -3),
    (d) => maand(d, -2),
    {
      toewijzing: (d) => toegewezen(d, { Ingangsdatum: eersteDag(d.vandaag, -2) }),
    },
  ),
  regel(
    'TR308',
    BEIDE,
    (d) => maand(d, -1),
    (d) => maand(d, -2),
    {
      toewijzing: (d) => toegewezen(d, { Einddatum: laatsteDag(d.vandaag, -2) }),
    },
  ),
  regel(
    'TR319',
    BEIDE,
    (d) => maand(d, -1),
    (d) => maand(d, -2),
    { kop: (d) => maand(d, -2) },
  ),
  regel('TR387', NIEUW, (d) => ({ begin: eersteDag(d.vandaag, -1).replace(/01$/, '02') }), gewoon),
  regel('TR388', NIEUW, (d) => ({ einde: eersteDag(d.vandaag, -1).replace(/01$/, '20') }), gewoon),
  regel(
    'TR321',
    BEIDE,
    () => ({ volume: 601 }),
    () => ({ volume: 600 }),
    perMaand,
  ),
  regel(
    'TR322',
    BEIDE,
    () => ({ volume: 1001 }),
    () => ({ volume: 1000 }),
    {
      eerder: (d) => [{ ...maand(d, -2), referentie: prestatieReferentie(d, 91), volume: 2000 }],
    },
  ),
  regel(
    'TR369',
    NIEUW,
    () => ({ volume: 7 }),
    () => ({ volume: 6 }),
    {
      toewijzing: (d) => aspecifiek(d, '45', '10000'),
      eerder: (d) => [{ ...maand(d, -2), referentie: prestatieReferentie(d, 91) }],
    },
  ),
  regel('TR346', NIEUW, () => ({ bedrag: 9001 }), gewoon),
  regel('TR418', BEIDE, () => ({ tarief: 151 }), gewoon),
];
