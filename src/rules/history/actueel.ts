import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { isVoor } from '../../standard/datum.ts';
import { dagtekeningVan } from '../content/velden.ts';
import type { Omgeving } from '../regel.ts';
import { isVerwijderd } from './client.ts';

/**
 * Current for a VOW (TR349): not removed, and valid on or after the day of the request, which is its Dagtekening; one
 * that begins later counts too.
 */
export function isActueel(toewijzing: Toewijzing, { bericht }: Omgeving): boolean {
  if (isVerwijderd(toewijzing)) return false;
  return toewijzing.einddatum === null || !isVoor(toewijzing.einddatum, dagtekeningVan(bericht));
}
