import { bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { GET_WERKBAK } from '../schemas/werkbak.ts';
import type { Handler } from '../vraag.ts';
import { toonWerkbakItem } from '../weergave.ts';

/**
 * GET /werkbak: requests that wait for the gemeente's decision, each with its checks and what assigning would do, as far as
 * their messages may be opened for one page; beyond that `toets` is null and stands at the address of the item.
 */
export const getWerkbak: Handler<typeof GET_WERKBAK> = async ({ principal, query }, { gateway }) => {
  const { items, next } = await gateway.werkbak.list(principal, bladzijdeVan(query));
  const getoond = items.map(({ item, toets }) => {
    return { ...toonWerkbakItem(item), adres: `/api/v1/werkbak/${item.id}`, toets };
  });
  return { status: 200, headers: GEHEIM, body: { items: getoond, volgende: next } };
};

/** GET /werkbak/{id}: one of them, also when it was decided on. */
export const getWerkbakItem: Handler = async ({ principal, params }, { gateway }) => {
  const gezien = await gateway.werkbak.item(principal, params.id ?? '');
  if (gezien === undefined) return probleem('niet-gevonden');
  const { item, toets } = gezien;
  const { open, verzoek } = item;
  return { status: 200, headers: GEHEIM, body: { ...toonWerkbakItem(item), open, verzoek, toets } };
};

const GEHEIM = { 'cache-control': 'no-store' };
