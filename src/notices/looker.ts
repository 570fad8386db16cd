import type { Sleutel } from '../access/keys/contract.ts';
import { isInForce } from '../access/keys/sleutelkast.ts';
import type { PartyPrincipal, StaffPrincipal } from '../access/principal.ts';
import { goesOnWith, lookerOf, type Subscription } from '../gateway/people/subscriptions.ts';

/**
 * As whom a subscription looks now: as its maker could when it was made, within what the key still sees; null once that key
 * holds no more and its party has no other (see `goesOnWith`). A key of the environment and a certificate have no row that
 * could end.
 */
export function lookerNow(
  one: Subscription,
  keys: readonly Sleutel[],
  now: Date,
): PartyPrincipal | StaffPrincipal | null {
  const looker = lookerOf(one);
  const key = keys.find(({ id }) => id === one.door);
  if (key === undefined) return looker;
  if (!isInForce(key, now)) {
    const others = keys.filter((other) => isInForce(other, now));
    return goesOnWith(others, one) ? looker : null;
  }
  if (looker.role !== 'operator') return looker;
  return { ...looker, regions: looker.regions.filter((code) => key.regios?.includes(code)) };
}
