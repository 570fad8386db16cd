import type { Afspraken } from '../../agreements/afspraken.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { zegtHetzelfde } from '../../rules/history/toegewezen.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import { signaalbudgetVan } from '../../signaalbudget/maximum.ts';
import { bekendeVersie } from './bekende-versie.ts';
import type { GelezenToewijzing } from './lees.ts';
import { toewijzingSleutel } from './toewijzing-sleutel.ts';

export interface Versie {
  readonly toewijzing: Toewijzing;
  /** What was known of it before; undefined for a new one. */
  readonly bekend: Toewijzing | undefined;
  /** Sent again because every JW301 holds all current toewijzingen (OP087): it says nothing new. */
  readonly herhaald: boolean;
}

/**
 * A ToegewezenProduct that the gemeente sent, as the version that is kept: under the key of the toewijzing that it
 * changes, else under a new one. Which version is the newest is told by Toewijzingsdatum and -tijd (IV013).
 */
export function versieVan(
  gelezen: GelezenToewijzing,
  bij: { readonly kennis: Kennis; readonly afspraken: Afspraken },
): Versie {
  const bekend = bekendeVersie(gelezen, bij.kennis);
  const herhaald = bekend !== undefined && zegtHetzelfde(gelezen, bekend);
  const signaalbudget = herhaald ? bekend.signaalbudget : signaalbudgetVan(gelezen, bij.afspraken);
  const voorlopig = herhaald ? bekend.voorlopig : bij.afspraken.retourVan(gelezen.aanbieder) === 'eigen';
  const sleutel = bekend?.sleutel ?? toewijzingSleutel(gelezen);
  const { berichtId } = bij.kennis;
  return { toewijzing: { ...gelezen, sleutel, berichtId, voorlopig, signaalbudget }, bekend, herhaald };
}
