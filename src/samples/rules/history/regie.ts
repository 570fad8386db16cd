import { plusDagen } from '../../../standard/datum.ts';
import type { Bericht, Groep } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { jw305, jw307, start, stop } from '../../messages/regie.ts';
import { jw301 } from '../../messages/toewijzing.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import { met } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW } from '../content/inhoud.ts';

/** Starts and stops against those that went before. */

const START = 'Client/StartProducten/StartProduct[1]';
const STOP = 'Client/StopProducten/StopProduct[1]';
const onbekend = (pad: string) => (b: Bericht, d: Decor) => met(b, [`${pad}/ToewijzingNummer`, String(d.nummer + 7)]);

const gestart = (d: Decor) => [jw301(d), jw305(d)];
const gestopt = (d: Decor, anders: Groep = {}) => [...gestart(d), jw307(d, [stop(d, anders)])];
const tijdelijk = (d: Decor) => gestopt(d, { RedenBeeindiging: '20' });
/** So many days after the stop of the set. */
const later = (d: Decor, dagen: number) => plusDagen(d.vandaag, dagen - 30);
const weg = { StatusAanlevering: '3' };

export const REGIE_HISTORIE: readonly Sjabloon[] = [
  inhoud('TR019', 'JW305', BEIDE, onbekend(START)),
  inhoud('TR019', 'JW307', BEIDE, onbekend(STOP)),
  sjabloon('TR063', BEIDE, (d) => ({
    voor: gestart(d),
    goed: jw305(d, [start(d, weg)]),
    fout: jw305(d, [start(d, { ...weg, Begindatum: plusDagen(d.begin, 31) })]),
  })),
  sjabloon('TR063', BEIDE, (d) => ({
    voor: gestopt(d),
    goed: jw307(d, [stop(d, weg)]),
    fout: jw307(d, [stop(d, { ...weg, Einddatum: later(d, 1) })]),
  })),
  sjabloon('TR071', BEIDE, (d) => ({
    voor: gestopt(d),
    voorGoed: gestart(d),
    goed: jw305(d, [start(d, weg)]),
    fout: jw305(d, [start(d, weg)]),
  })),
  sjabloon('TR074', BEIDE, (d) => ({
    voor: gestopt(d),
    goed: jw305(d, [start(d, { Begindatum: later(d, 1) })]),
    fout: jw305(d),
  })),
  sjabloon('TR074', BEIDE, (d) => ({
    voor: tijdelijk(d),
    // Another Einddatum, as the reason alone makes no other key in iJW 2.3.
    goed: jw307(d, [stop(d, { Einddatum: later(d, 10) })]),
    fout: jw307(d, [stop(d, { RedenBeeindiging: '20' })]),
  })),
  sjabloon('TR326', BEIDE, (d) => ({
    voor: gestart(d),
    voorGoed: gestopt(d),
    goed: jw305(d, [start(d, { Begindatum: later(d, 1) })]),
    fout: jw305(d, [start(d, { Begindatum: later(d, 1) })]),
  })),
  inhoud('TR382', 'JW307', BEIDE, (b, d) => met(b, [`${STOP}/Begindatum`, plusDagen(d.begin, 31)])),
  sjabloon('TR413', NIEUW, (d) => ({
    voor: tijdelijk(d),
    goed: jw307(d, [stop(d, { Einddatum: later(d, 10) })]),
    fout: jw307(d, [stop(d, { Einddatum: later(d, 10), RedenBeeindiging: '20' })]),
  })),
  sjabloon('TR414', NIEUW, (d) => ({
    voor: tijdelijk(d),
    goed: jw307(d, [stop(d)]),
    fout: jw307(d, [stop(d, { Einddatum: later(d, -10) })]),
  })),
  sjabloon('TR415', NIEUW, (d) => ({
    voor: gestopt(d),
    voorGoed: tijdelijk(d),
    goed: jw307(d, [stop(d, { Einddatum: later(d, 10), RedenBeeindiging: '32' })]),
    fout: jw307(d, [stop(d, { Einddatum: later(d, 10), RedenBeeindiging: '32' })]),
  })),
];
