import type { WerkbakBeeld } from '../../store/store.ts';
import type { Weging } from '../../verdict/werkbak/weeg.ts';
import type { AgreementsInForce } from '../agreements-cache.ts';
import { throwAway } from '../throw-away.ts';
import { type RequestDeps, withRequests } from './request-session.ts';

/** Requests with what speaks for and against them, by the agreements as they are now, in the order asked. */
export async function weighRequests(
  items: readonly WerkbakBeeld[],
  inForce: AgreementsInForce,
  deps: RequestDeps & { readonly now: () => Date },
): Promise<readonly (Weging | null)[]> {
  if (items.length === 0) return [];
  const ontvangenOp = deps.now();
  const gezocht = items.map((item) => ({ opdrachtId: deps.newId(), ontvangenOp, item }));
  return withRequests(gezocht, inForce, deps, async (verzoeken, session) => {
    const te = verzoeken.flatMap((verzoek, i) => {
      const item = items[i];
      if (verzoek === null || item === undefined) return [];
      const { referentie, redenen } = item;
      return [{ ...verzoek, referentie, redenen, nummers: throwAway(verzoek.gemeente) }];
    });
    const wegingen = (await session.weigh(te)).values();
    return verzoeken.map((verzoek) => (verzoek === null ? null : (wegingen.next().value ?? null)));
  });
}
