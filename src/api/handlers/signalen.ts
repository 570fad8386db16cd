import { BLADZIJDE_UITLEG, bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { Handler } from '../vraag.ts';
import { toonSignaal } from '../weergave.ts';

/** GET /signalen: an array; `na` is the id of the last one that was seen. */
export const getSignalen: Handler = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag, 500);
  if (bladzijde === undefined) return probleem('ongeldige-parameter', { detail: BLADZIJDE_UITLEG });
  const signalen = await gateway.signals.list(vraag.principal, bladzijde);
  return { status: 200, body: signalen.map(toonSignaal) };
};
