import type { UitlegVraag } from '../../agreements/uitleg.ts';
import { probleem } from '../problems.ts';
import type { GET_UITLEG } from '../schemas/uitleg.ts';
import type { Handler } from '../vraag.ts';

/** GET /uitleg: whether a product could be assigned, and which contract, product and date decide, without a message. */
export const getUitleg: Handler<typeof GET_UITLEG> = async (vraag, { gateway }) => {
  const { gemeente, aanbieder, product: code, categorie = null, datum, versie = null } = vraag.query;
  const gevraagd: UitlegVraag = { gemeente, aanbieder, code, categorie, datum };
  const uitleg = await gateway.agreements.explain(vraag.principal, gevraagd, versie);
  return uitleg === undefined ? probleem('niet-gevonden') : { status: 200, body: { vraag: gevraagd, ...uitleg } };
};
