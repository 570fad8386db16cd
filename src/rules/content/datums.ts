import type { BerichtType } from '../../standard/message-types.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Regel } from '../regel.ts';
import { alsFout, BEIDE_RELEASES, inhoudsregel } from './inhoudsregel.ts';
import { dagtekeningVan, isVerwijdering } from './velden.ts';

/** Dates against the Dagtekening of the message: TR134, TR137, TR380. */

const DECLARATIE: readonly BerichtType[] = ['JW323', 'JW325'];

/** TR134 names no element; these are meant (STANDARD 2.6). Ingangsdatum and the like may lie ahead. */
const NIET_NA_DAGTEKENING: readonly [
  klasse: string,
  elementen: readonly string[],
  berichten: readonly BerichtType[],
][] = [
  ['Client', ['Geboortedatum/Datum'], ['JW301', 'JW305', 'JW307', 'JW315']],
  ['Relatie', ['Geboortedatum/Datum'], ['JW301']],
  ['ToegewezenProduct', ['Toewijzingsdatum'], ['JW301']],
  ['StartProduct', ['Begindatum'], ['JW305']],
  ['StopProduct', ['Begindatum'], ['JW307']],
  ['Declaratie', ['DeclaratieDagtekening', 'DeclaratiePeriode/Begindatum'], ['JW323']],
  ['Prestatie', ['ProductPeriode/Begindatum'], DECLARATIE],
];

/** TR137: the closed periods of a declaratie, by klasse. */
const PERIODEN: Readonly<Record<string, string>> = { Declaratie: 'DeclaratiePeriode', Prestatie: 'ProductPeriode' };

function nietNaDagtekening(klasse: Klasse, elementen: readonly string[], dagtekening: string): Afkeur[] {
  return elementen
    .filter((element) => (waardeVan(klasse.waarden, element) ?? '') > dagtekening)
    .map((element) => ({ element, waarden: { dagtekening } }));
}

export const DATUM_REGELS: readonly Regel[] = [
  ...NIET_NA_DAGTEKENING.flatMap(([klasse, elementen, berichten]) =>
    inhoudsregel('TR134', { berichten, klassen: [klasse], releases: BEIDE_RELEASES }, (hier, { bericht }) =>
      isVerwijdering(hier) ? [] : nietNaDagtekening(hier, elementen, dagtekeningVan(bericht)),
    ),
  ),
  ...inhoudsregel('TR137', { berichten: DECLARATIE, klassen: Object.keys(PERIODEN) }, (klasse, { bericht }) => {
    const periode = PERIODEN[klasse.naam] ?? '';
    const begin = waardeVan(klasse.waarden, `${periode}/Begindatum`) ?? '';
    const einde = waardeVan(klasse.waarden, `${periode}/Einddatum`) ?? '';
    const dagtekening = dagtekeningVan(bericht);
    return alsFout(einde < begin || einde > dagtekening, `${periode}/Einddatum`, { periode, begin, dagtekening });
  }),
  // Element not named; read for new products only, as TR357 and TR373 let or make a change begin in the past.
  ...inhoudsregel('TR380', { berichten: ['JW317'], klassen: ['NieuwProduct'] }, ({ waarden }, { bericht }) => {
    const dagtekening = dagtekeningVan(bericht);
    const gewenst = waardeVan(waarden, 'GewensteIngangsdatum') ?? '';
    return alsFout(gewenst <= dagtekening, 'GewensteIngangsdatum', { dagtekening });
  }),
];
