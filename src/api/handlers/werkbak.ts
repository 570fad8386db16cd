import { bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { GET_WERKBAK } from '../schemas/werkbak.ts';
import type { Handler } from '../vraag.ts';
import { toonWerkbakItem } from '../weergave.ts';
import { partijenVan } from '../zicht.ts';

/**
 * GET /werkbak: requests that wait for the gemeente's decision, each with its checks and what assigning would do, as far as
 * their messages may be opened for one page; beyond that `toets` is null and stands at the address of the item.
 */
export const getWerkbak: Handler<typeof GET_WERKBAK> = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag.query);
  const { items, volgende } = await gateway.store.werkbak(await partijenVan(vraag.sleutel, gateway), bladzijde);
  const wegingen = await gateway.weighRequests(items);
  const getoond = items.map((item, i) => {
    return { ...toonWerkbakItem(item), adres: `/api/v1/werkbak/${item.id}`, toets: wegingen[i] ?? null };
  });
  return { status: 200, headers: GEHEIM, body: { items: getoond, volgende } };
};

/** GET /werkbak/{id}: one of them, also when it was decided on. */
export const getWerkbakItem: Handler = async (vraag, { gateway }) => {
  const item = await gateway.store.werkbakItem(vraag.params.id ?? '');
  const partijen = await partijenVan(vraag.sleutel, gateway);
  if (item === undefined || !partijen.includes(item.gemeente)) return probleem('niet-gevonden');
  const [toets = null] = item.open ? await gateway.weighRequests([item]) : [];
  const { open, verzoek } = item;
  return { status: 200, headers: GEHEIM, body: { ...toonWerkbakItem(item), open, verzoek, toets } };
};

const GEHEIM = { 'cache-control': 'no-store' };
