import { eersteVanMaand, isVoor, laatsteVanMaand, plusJaren } from '../../standard/datum.ts';
import { below, type ElementPath } from '../../standard/path.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Regel } from '../regel.ts';
import { ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import { isVerwijdering, periodeVan } from './velden.ts';

/** Begin and end of one period against each other, and the calendar of a declaratie. */

const PRODUCTEN = ['ToegewezenProduct', 'AangevraagdProduct', 'NieuwProduct', 'TeWijzigenProduct'];
const EERSTE_DAG = '2021-01-01';
const OUDSTE_JAREN = 5;

function grenzen(klasse: Klasse, periode: ElementPath): { begin: string; einde: string } {
  return {
    begin: waardeVan(klasse.waarden, below(periode, 'Begindatum')) ?? '',
    einde: waardeVan(klasse.waarden, below(periode, 'Einddatum')) ?? '',
  };
}

/** CS100 on one klasse: the whole period lies in the time of the JW323. */
function vanaf2021(klasse: string, periode: ElementPath): Regel[] {
  return inhoudsregel('CS100', { berichten: ['JW323'], klassen: [klasse], releases: ALLEEN_32 }, (hier) => {
    const { begin, einde } = grenzen(hier, periode);
    const teVroeg = [begin, einde].map((datum) => isVoor(datum, EERSTE_DAG));
    const element = below(periode, teVroeg[0] === true ? 'Begindatum' : 'Einddatum');
    return alsFout(teVroeg.includes(true), element, { periode, begin, einde });
  });
}

export const PERIODE_REGELS: readonly Regel[] = [
  ...inhoudsregel(
    'CS003',
    { berichten: ['JW301', 'JW315', 'JW317'], klassen: PRODUCTEN, releases: BEIDE_RELEASES },
    (product) => {
      const { begin, einde, eindveld } = periodeVan(product);
      return alsFout(einde !== undefined && isVoor(einde, begin), eindveld, { begin });
    },
  ),
  ...inhoudsregel('CS003', { berichten: ['JW301'], klassen: ['Contact'], releases: BEIDE_RELEASES }, (contact) => {
    const { begin, einde } = grenzen(contact, 'Periode');
    return alsFout(begin !== '' && einde !== '' && isVoor(einde, begin), 'Periode/Einddatum', { begin });
  }),
  ...inhoudsregel('TR018', { berichten: ['JW307'], klassen: ['StopProduct'], releases: BEIDE_RELEASES }, (stop) => {
    if (isVerwijdering(stop)) return [];
    const begin = waardeVan(stop.waarden, 'Begindatum') ?? '';
    return alsFout(isVoor(waardeVan(stop.waarden, 'Einddatum') ?? '', begin), 'Einddatum', { begin });
  }),
  ...inhoudsregel('TR335', { berichten: ['JW323'], klassen: ['Prestatie'], releases: ALLEEN_32 }, (prestatie) => {
    const declaratie = prestatie.ouder?.ouder?.waarden ?? {};
    const dagtekening = waardeVan(declaratie, 'DeclaratieDagtekening') ?? '';
    const { einde } = grenzen(prestatie, 'ProductPeriode');
    return alsFout(isVoor(einde, plusJaren(dagtekening, -OUDSTE_JAREN)), 'ProductPeriode/Einddatum', { dagtekening });
  }),
  ...vanaf2021('Declaratie', 'DeclaratiePeriode'),
  ...vanaf2021('Prestatie', 'ProductPeriode'),
  ...inhoudsregel('CS337', { berichten: ['JW323'], klassen: ['Prestatie'], releases: ALLEEN_32 }, (prestatie) => {
    const { begin, einde } = grenzen(prestatie, 'ProductPeriode');
    return alsFout(begin.slice(0, -3) !== einde.slice(0, -3), 'ProductPeriode/Einddatum', { begin });
  }),
  ...inhoudsregel('CS340', { berichten: ['JW323'], klassen: ['Declaratie'], releases: ALLEEN_32 }, (declaratie) => {
    const { begin, einde } = grenzen(declaratie, 'DeclaratiePeriode');
    const heleMaand = begin === eersteVanMaand(begin) && einde === laatsteVanMaand(begin);
    return alsFout(!heleMaand, 'DeclaratiePeriode', { begin, einde });
  }),
];
