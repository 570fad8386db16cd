import type { HerhalingBeeld } from '../../../gateway/refused/replays.ts';
import { filterVan } from '../../periode.ts';
import { probleem } from '../../problems.ts';
import type { POST_HERHALINGEN } from '../../schemas/refused/herhalingen.ts';
import type { Handler } from '../../vraag.ts';

/** POST /herhalingen: everything that fits is judged again, or (a trial) counted. */
export const postHerhaling: Handler<typeof POST_HERHALINGEN> = async ({ principal, body }, { gateway }) => {
  const herhaling = await gateway.replays.start(principal, filterVan(body.filter), body.proef === true);
  const headers = { location: `/api/v1/herhalingen/${herhaling.id}` };
  return { status: 202, headers, body: toon(herhaling) };
};

/** GET /herhalingen/{id}: how far it is. */
export const getHerhaling: Handler = async ({ principal, params }, { gateway }) => {
  const herhaling = await gateway.replays.read(principal, params.id ?? '');
  return herhaling === undefined ? probleem('niet-gevonden') : { status: 200, body: toon(herhaling) };
};

function toon({ door: _, ...herhaling }: HerhalingBeeld): Omit<HerhalingBeeld, 'door'> {
  return herhaling;
}
