import { bladzijdeVan } from '../bladzijde.ts';
import type { GET_TERMIJNEN } from '../schemas/termijnen.ts';
import type { Handler } from '../vraag.ts';
import { toonTermijn } from '../weergave.ts';
import { zichtVan } from '../zicht.ts';

/** GET /termijnen: what runs, and what is over time and still waited for; oldest first, `?soort=` of one kind. */
export const getTermijnen: Handler<typeof GET_TERMIJNEN> = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag.query);
  const zicht = await zichtVan(vraag.sleutel, gateway);
  const grens =
    zicht.kind === 'alles' ? {} : zicht.kind === 'regios' ? { regios: zicht.regios } : { partijen: zicht.partijen };
  const { soort } = vraag.query;
  const filter = { ...grens, ...bladzijde, ...(soort === undefined ? {} : { soort }) };
  const termijnen = await gateway.store.terms(filter);
  const volgende = termijnen.length === bladzijde.limit ? (termijnen.at(-1)?.id ?? null) : null;
  return { status: 200, body: { termijnen: termijnen.map(toonTermijn), volgende } };
};
