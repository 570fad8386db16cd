import { isNa, isVoor } from '../../standard/datum.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import { below, type ElementPath } from '../../standard/path.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Regel } from '../regel.ts';
import { ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import { dagtekeningVan, isVerwijdering } from './velden.ts';

/** Dates against the Dagtekening of the message: TR134, TR137, TR380. */

/** Closed periods, by the klasse that holds them. */
const PERIODEN: readonly [klasse: string, periode: ElementPath, berichten: readonly BerichtType[]][] = [
  ['Declaratie', 'DeclaratiePeriode', ['JW323']],
  ['Header', 'DeclaratieFactuurIdentificatie/DeclaratiePeriode', ['JW303', 'JW304']],
  ['Prestatie', 'ProductPeriode', ['JW323', 'JW325', 'JW303', 'JW304']],
];

/** What TR134 is about. Ingangsdatum and the like may lie ahead, and of a closed period TR137 holds the end. */
const NIET_NA_DAGTEKENING: readonly (readonly [
  klasse: string,
  element: ElementPath,
  berichten: readonly BerichtType[],
])[] = [
  ['Client', 'Geboortedatum/Datum', ['JW301', 'JW305', 'JW307', 'JW315', 'JW303', 'JW304']],
  ['Relatie', 'Geboortedatum/Datum', ['JW301']],
  ['ToegewezenProduct', 'Toewijzingsdatum', ['JW301']],
  ['StartProduct', 'Begindatum', ['JW305']],
  ['StopProduct', 'Einddatum', ['JW307']],
  ...PERIODEN.map(([klasse, periode, berichten]) => [klasse, below(periode, 'Begindatum'), berichten] as const),
];

export const DATUM_REGELS: readonly Regel[] = [
  ...NIET_NA_DAGTEKENING.flatMap(([klasse, element, berichten]) =>
    inhoudsregel('TR134', { berichten, klassen: [klasse], releases: BEIDE_RELEASES }, (hier, { bericht }) => {
      // Of a start or stop that is taken away only the key counts; a Client of iJW 2.3 has a StatusAanlevering too.
      if (klasse !== 'Client' && isVerwijdering(hier)) return [];
      const dagtekening = dagtekeningVan(bericht);
      return alsFout(isNa(waardeVan(hier.waarden, element) ?? '', dagtekening), element, { dagtekening });
    }),
  ),
  ...PERIODEN.flatMap(([klasse, pad, berichten]) =>
    inhoudsregel('TR137', { berichten, klassen: [klasse], releases: BEIDE_RELEASES }, ({ waarden }, { bericht }) => {
      const begin = waardeVan(waarden, below(pad, 'Begindatum')) ?? '';
      const einde = waardeVan(waarden, below(pad, 'Einddatum')) ?? '';
      const dagtekening = dagtekeningVan(bericht);
      const periode = pad.split('/').at(-1) ?? pad;
      return alsFout(isVoor(einde, begin) || isNa(einde, dagtekening), below(pad, 'Einddatum'), {
        periode,
        begin,
        dagtekening,
      });
    }),
  ),
  // For new products only, as TR357 and TR373 let or make a change begin in the past.
  ...inhoudsregel(
    'TR380',
    { berichten: ['JW317'], klassen: ['NieuwProduct'], releases: ALLEEN_32 },
    ({ waarden }, { bericht }) => {
      const dagtekening = dagtekeningVan(bericht);
      const gewenst = waardeVan(waarden, 'GewensteIngangsdatum') ?? '';
      return alsFout(!isNa(gewenst, dagtekening), 'GewensteIngangsdatum', { dagtekening });
    },
  ),
];
