import type { BerichtType } from '../../standard/message-types.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Regel } from '../regel.ts';
import { alsFout, BEIDE_RELEASES, inhoudsregel } from './inhoudsregel.ts';

/**
 * Elements that may hold only some values. CS015, CS025 and CS319 repeat what the XSD holds already; they stand here so
 * that a tree that was not read through the gate is judged alike.
 */

const HEENBERICHTEN: readonly BerichtType[] = ['JW301', 'JW305', 'JW307', 'JW315', 'JW317', 'JW319', 'JW323', 'JW325'];
const TOEWIJZING = { berichten: ['JW301'], klassen: ['ToegewezenProduct'] } as const;
/** No repetition inside a repetition: linear on any input. */
const LETTERS_EN_CIJFERS = /^[a-zA-Z0-9]+$/;

function vast(code: string, element: string, waarde: string): Regel[] {
  return inhoudsregel(code, { berichten: HEENBERICHTEN, klassen: ['Header'] }, ({ waarden }) =>
    alsFout(Number(waardeVan(waarden, element)) !== Number(waarde), element),
  );
}

export const VASTE_WAARDEN_REGELS: readonly Regel[] = [
  ...vast('CS015', 'BerichtSubversie', '2'),
  ...vast('CS025', 'BerichtVersie', '3'),
  ...inhoudsregel('CS319', { berichten: ['JW323'], klassen: ['Declaratie'] }, ({ waarden }) =>
    alsFout(!LETTERS_EN_CIJFERS.test(waardeVan(waarden, 'DeclaratieNummer') ?? ''), 'DeclaratieNummer'),
  ),
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
