import { bericht, erbij, met } from '../../builders.ts';
import { type Fout, fout } from './voorbeeld.ts';

const jw301 = bericht('JW301');
const oud301 = bericht('JW301', '2.3');
const ander = { Product: { Categorie: '45', Code: '45A03' } };

/** What may stand in a JW301 once. */
export const TOEWIJZING_FOUT: readonly Fout[] = [
  fout('TR134', met(oud301, ['Client/Relaties/Relatie[1]/Geboortedatum/Datum', '2026-03-03'])),
  fout('TR101', erbij(jw301, 'Client/ToegewezenProducten/ToegewezenProduct', ander)),
  fout('TR101', erbij(oud301, 'Client/Beschikking/ToegewezenProducten/ToegewezenProduct', ander)),
  fout('TR101', erbij(jw301, 'Client/Relaties/Relatie')),
  fout('TR101', erbij(jw301, 'Client/Contactgegevens/Contact')),
  fout('TR134', met(jw301, ['Client/Relaties/Relatie[1]/Geboortedatum/Datum', '2026-03-03'])),
];
