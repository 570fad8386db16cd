import { bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { GET_UITGAAND } from '../schemas/berichten.ts';
import type { Handler } from '../vraag.ts';
import { toonUitgaand } from '../weergave.ts';
import { partijenVan } from '../zicht.ts';

/** GET /uitgaand: delivered to this party and not yet confirmed, oldest first. */
export const getUitgaand: Handler<typeof GET_UITGAAND> = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag.query);
  const { type } = vraag.query;
  const filter = type === undefined ? bladzijde : { ...bladzijde, type };
  const { berichten, volgende } = await gateway.store.outgoing(await partijenVan(vraag.sleutel, gateway), filter);
  return { status: 200, body: { berichten: berichten.map(toonUitgaand), volgende } };
};

/** POST /uitgaand/{id}/bevestiging: idempotent. */
export const postBevestiging: Handler = async (vraag, { gateway, nu }) => {
  const partijen = await partijenVan(vraag.sleutel, gateway);
  const bekend = await gateway.store.confirm(vraag.params.id ?? '', partijen, nu());
  return bekend ? { status: 204 } : probleem('niet-gevonden');
};
