import { bladzijdeVan } from '../bladzijde.ts';
import type { GET_TERMIJNEN } from '../schemas/termijnen.ts';
import type { Handler } from '../vraag.ts';
import { toonTermijn } from '../weergave.ts';

/** GET /termijnen: what runs, and what is over time and still waited for; oldest first, `?soort=` of one kind. */
export const getTermijnen: Handler<typeof GET_TERMIJNEN> = async (vraag, { gateway }) => {
  const { soort } = vraag.query;
  const gevraagd = { ...bladzijdeVan(vraag.query), ...(soort === undefined ? {} : { soort }) };
  const { items, next } = await gateway.terms.list(vraag.principal, gevraagd);
  return { status: 200, body: { termijnen: items.map(toonTermijn), volgende: next } };
};
