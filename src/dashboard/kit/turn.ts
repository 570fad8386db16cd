import type { Zwaarte } from '../../api/beurten.ts';
import type { PageRequest } from '../page.ts';

/** What weighs waits for its turn, as calls of the API do; null when none came. */
export async function inTurn<T>(
  { api, principal }: PageRequest,
  zwaarte: Zwaarte,
  work: () => Promise<T>,
): Promise<T | null> {
  const beurt = await api.beurten[zwaarte].vraag(principal.keyId);
  return beurt === null ? null : beurt.ga(work);
}
