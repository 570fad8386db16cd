import { BLADZIJDE_UITLEG, bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { Handler } from '../vraag.ts';
import { toonTermijn } from '../weergave.ts';

/** GET /termijnen: what runs, and what is over time and still waited for; oldest first, `?soort=` of one kind. */
export const getTermijnen: Handler = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag, 100);
  if (bladzijde === undefined) return probleem('ongeldige-parameter', { detail: BLADZIJDE_UITLEG });
  const { soort } = vraag.query;
  const gevraagd = soort === undefined ? bladzijde : { ...bladzijde, soort };
  const { items, next } = await gateway.terms.list(vraag.principal, gevraagd);
  return { status: 200, body: { termijnen: items.map(toonTermijn), volgende: next } };
};
