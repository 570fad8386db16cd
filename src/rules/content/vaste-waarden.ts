import { waardeVan } from '../../xml/tree.ts';
import type { Regel } from '../regel.ts';
import { ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';

/** Elements that may hold only some of the values that the XSD allows. */

const TOEWIJZING = { berichten: ['JW301'], klassen: ['ToegewezenProduct'], releases: ALLEEN_32 } as const;
export const VASTE_WAARDEN_REGELS: readonly Regel[] = [
  ...inhoudsregel(
    'CS058',
    { berichten: ['JW305', 'JW307'], klassen: ['StartProduct', 'StopProduct'], releases: BEIDE_RELEASES },
    ({ waarden }) => {
      const status = waardeVan(waarden, 'StatusAanlevering');
      return alsFout(status !== '1' && status !== '3', 'StatusAanlevering');
    },
  ),
  ...inhoudsregel('CS335', TOEWIJZING, ({ waarden }) => {
    const verwijderd = waardeVan(waarden, 'RedenWijziging') === '13';
    const begin = waardeVan(waarden, 'Ingangsdatum') ?? '';
    return alsFout(verwijderd && waardeVan(waarden, 'Einddatum') !== begin, 'RedenWijziging', { begin });
  }),
  // Only 3.2: in 2.3, 01 is how a toewijzing is removed.
  ...inhoudsregel('CS336', TOEWIJZING, ({ waarden }) =>
    alsFout(waardeVan(waarden, 'RedenWijziging') === '01', 'RedenWijziging'),
  ),
];
