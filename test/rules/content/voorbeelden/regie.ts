import { bericht, erbij, met } from '../../builders.ts';
import { type Fout, fout, type Goed, goed } from './voorbeeld.ts';

const jw305 = bericht('JW305');
const jw307 = bericht('JW307');
const START = 'Client/StartProducten/StartProduct[2]';
const STOP = 'Client/StopProducten/StopProduct[2]';

export const REGIE_FOUT: readonly Fout[] = [
  fout('CS058', met(bericht('JW305', '2.3'), [`${START}/StatusAanlevering`, '2'])),
  fout('TR134', met(bericht('JW307', '2.3'), [`${STOP}/Einddatum`, '2026-03-03'])),
  ...(['JW305', 'JW307'] as const).flatMap((type) => {
    const geboren = met(bericht(type, '2.3'), ['Client/Geboortedatum/Datum', '2026-03-03']);
    // A Client of iJW 2.3 has a StatusAanlevering of its own, which takes no start or stop away.
    return [fout('TR134', geboren), fout('TR134', met(geboren, ['Client/StatusAanlevering', '3']))];
  }),
  fout('TR101', erbij(bericht('JW307', '2.3'), 'Client/StopProducten/StopProduct', { RedenBeeindiging: '20' })),
  fout('CS058', met(jw305, [`${START}/StatusAanlevering`, '2'])),
  fout('CS058', met(jw307, [`${STOP}/StatusAanlevering`, '9'])),
  fout('CS058', met(bericht('JW307', '2.3'), [`${STOP}/StatusAanlevering`, '2'])),
  fout('TR018', met(jw307, [`${STOP}/Einddatum`, '2026-01-31'])),
  fout('TR018', met(bericht('JW307', '2.3'), [`${STOP}/Einddatum`, '2026-01-31'])),
  fout('TR101', erbij(jw305, 'Client/StartProducten/StartProduct', { StatusAanlevering: '3' })),
  fout('TR101', erbij(jw307, 'Client/StopProducten/StopProduct', { ToewijzingIngangsdatum: '2025-12-01' })),
  fout('TR101', erbij(bericht('JW305', '2.3'), 'Client/StartProducten/StartProduct')),
  fout('TR134', met(jw305, [`${START}/Begindatum`, '2026-03-03'])),
  fout('TR134', met(jw307, [`${STOP}/Einddatum`, '2026-03-03'])),
  fout('TR134', met(jw305, ['Client/Geboortedatum/Datum', '2026-03-03'])),
  fout('TR134', met(bericht('JW305', '2.3'), [`${START}/Begindatum`, '2026-03-03'])),
];

export const REGIE_GOED: readonly Goed[] = [
  goed('TR018', 'dezelfde dag', met(jw307, [`${STOP}/Einddatum`, '2026-02-01'])),
  goed('TR018', 'verwijdering', met(jw307, [`${STOP}/Einddatum`, '2026-01-31'], [`${STOP}/StatusAanlevering`, '3'])),
  goed('TR134', 'verwijdering', met(jw305, [`${START}/Begindatum`, '2026-03-03'], [`${START}/StatusAanlevering`, '3'])),
  goed('TR134', 'stop op de dag zelf', met(jw307, [`${STOP}/Einddatum`, '2026-03-02'])),
  goed('TR101', 'andere begindatum', erbij(jw305, 'Client/StartProducten/StartProduct', { Begindatum: '2026-02-02' })),
  goed('TR101', 'andere reden', erbij(jw307, 'Client/StopProducten/StopProduct', { RedenBeeindiging: '20' })),
];
