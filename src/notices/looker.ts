import type { Sleutel } from '../access/keys/contract.ts';
import { isInForce } from '../access/keys/sleutelkast.ts';
import type { PartyPrincipal, StaffPrincipal } from '../access/principal.ts';
import { lookerOf, type Subscription } from '../gateway/people/subscriptions.ts';

/**
 * As whom a subscription looks now: as its maker could when it was made, within what the key still sees; null once the key
 * holds no more. A key of the environment and a certificate have no row that could end.
 */
export function lookerNow(
  one: Subscription,
  keys: readonly Sleutel[],
  now: Date,
): PartyPrincipal | StaffPrincipal | null {
  const looker = lookerOf(one);
  const key = keys.find(({ id }) => id === one.door);
  if (key === undefined) return looker;
  if (!isInForce(key, now)) return null;
  if (looker.role !== 'operator') return looker;
  return { ...looker, regions: looker.regions.filter((code) => key.regios?.includes(code)) };
}
