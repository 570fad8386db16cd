import { partijenVan } from '../../xml/partijen.ts';
import type { PrestatieRecord } from '../kennis.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving } from '../regel.ts';
import { prestatieVan } from './prestatie.ts';
import { clientVan, toewijzingBij } from './toewijzing-bij.ts';

/**
 * What a Prestatie of a JW323 or JW303 that got no retourcode is in the running state, and what the verdict books:
 * `toegekend`, or `voorlopig` when the gemeente composes its own answers (DESIGN 5.4).
 */
export function prestatieRecordVan(klasse: Klasse, omgeving: Omgeving): PrestatieRecord {
  const toewijzing = toewijzingBij(klasse, omgeving);
  const { gemeente } = partijenVan(omgeving.bericht);
  return {
    ...prestatieVan(klasse),
    client: clientVan(klasse, omgeving),
    toewijzing: toewijzing?.sleutel ?? null,
    stand: omgeving.afspraken.retourVan(gemeente) === 'eigen' ? 'voorlopig' : 'toegekend',
    berichtId: omgeving.kennis.berichtId,
  };
}
