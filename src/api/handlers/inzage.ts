import { bladzijdeVan } from '../bladzijde.ts';
import type { GET_INZAGE } from '../schemas/inzage.ts';
import type { Handler } from '../vraag.ts';

/** GET /inzage: who opened or changed what. */
export const getInzage: Handler<typeof GET_INZAGE> = async ({ principal, query }, { gateway }) => {
  const { items, next } = await gateway.audits.list(principal, bladzijdeVan(query));
  const inzage = items.map(({ id, op, door, doorNaam, handeling, onderwerp, reden }) => {
    return { id, op, sleutel: { id: door, naam: doorNaam }, handeling, onderwerp, reden };
  });
  return { status: 200, body: { inzage, volgende: next } };
};
