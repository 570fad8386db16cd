import { bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { GET_UITGAAND } from '../schemas/berichten.ts';
import type { Handler } from '../vraag.ts';
import { toonUitgaand } from '../weergave.ts';

/** GET /uitgaand: delivered to this party and not yet confirmed, oldest first. */
export const getUitgaand: Handler<typeof GET_UITGAAND> = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag.query);
  const { type } = vraag.query;
  const gevraagd = type === undefined ? bladzijde : { ...bladzijde, type };
  const { items, next } = await gateway.outgoing.list(vraag.principal, gevraagd);
  return { status: 200, body: { berichten: items.map(toonUitgaand), volgende: next } };
};

/** POST /uitgaand/{id}/bevestiging: idempotent. */
export const postBevestiging: Handler = async ({ principal, params }, { gateway }) =>
  (await gateway.outgoing.confirm(principal, params.id ?? '')) ? { status: 204 } : probleem('niet-gevonden');
