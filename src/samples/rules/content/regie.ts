import { plusDagen } from '../../../standard/datum.ts';
import { stop } from '../../messages/regie.ts';
import type { Sjabloon } from '../../scenario.ts';
import { erbij, met } from '../../wijzig.ts';
import { BEIDE, inhoud } from './inhoud.ts';

/** Starts and stops by themselves. */

const STARTS = 'Client/StartProducten/StartProduct';
const STOPS = 'Client/StopProducten/StopProduct';

export const REGIE: readonly Sjabloon[] = [
  inhoud('CS058', 'JW305', BEIDE, (b) => met(b, [`${STARTS}[1]/StatusAanlevering`, '2'])),
  inhoud('CS058', 'JW307', BEIDE, (b) => met(b, [`${STOPS}[1]/StatusAanlevering`, '9'])),
  inhoud('TR018', 'JW307', BEIDE, (b, d) => met(b, [`${STOPS}[1]/Einddatum`, plusDagen(d.begin, 29)]), {
    eerst: (b, d) => met(b, [`${STOPS}[1]/Einddatum`, plusDagen(d.begin, 30)]),
  }),
  inhoud('TR134', 'JW305', BEIDE, (b, d) => met(b, [`${STARTS}[1]/Begindatum`, plusDagen(d.vandaag, 1)]), {
    eerst: (b, d) => met(b, [`${STARTS}[1]/Begindatum`, d.vandaag]),
  }),
  inhoud('TR134', 'JW307', BEIDE, (b, d) => met(b, [`${STOPS}[1]/Einddatum`, plusDagen(d.vandaag, 1)]), {
    eerst: (b, d) => met(b, [`${STOPS}[1]/Einddatum`, d.vandaag]),
  }),
  inhoud('TR101', 'JW305', BEIDE, (b) => erbij(b, STARTS)),
  inhoud('TR101', 'JW307', BEIDE, (b, d) => met(b, [STOPS, [stop(d), stop(d)]])),
];
