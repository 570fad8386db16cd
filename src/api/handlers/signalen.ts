import { bladzijdeVan } from '../bladzijde.ts';
import type { GET_SIGNALEN } from '../schemas/signalen.ts';
import type { Handler } from '../vraag.ts';
import { toonSignaal } from '../weergave.ts';

/** GET /signalen: an array; `na` is the id of the last one that was seen. */
export const getSignalen: Handler<typeof GET_SIGNALEN> = async ({ principal, query }, { gateway }) => {
  const signalen = await gateway.signals.list(principal, bladzijdeVan(query));
  return { status: 200, body: signalen.map(toonSignaal) };
};
