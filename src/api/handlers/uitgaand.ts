import { bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { GET_UITGAAND, POST_BEVESTIGINGEN } from '../schemas/berichten.ts';
import { wachttijd } from '../voorkeur.ts';
import type { Handler } from '../vraag.ts';
import { toonUitgaand } from '../weergave.ts';

/**
 * GET /uitgaand: delivered to this party and not yet confirmed, oldest first. With `Prefer: wait=N` an empty list is
 * answered only after N seconds, or when the server stops.
 */
export const getUitgaand: Handler<typeof GET_UITGAAND> = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag.query);
  const { type } = vraag.query;
  const gevraagd = type === undefined ? bladzijde : { ...bladzijde, type };
  const wacht = wachttijd(vraag.header('prefer'));
  const headers = wacht === null ? {} : { headers: { 'preference-applied': `wait=${wacht}` } };
  const einde = performance.now() + (wacht ?? 0) * 1000;
  let { principal } = vraag;
  for (;;) {
    const { items, next } = await gateway.outgoing.list(principal, gevraagd);
    const rest = einde - performance.now();
    if (items.length > 0 || rest <= 0 || vraag.until().aborted)
      return { status: 200, ...headers, body: { berichten: items.map(toonUitgaand), volgende: next } };
    await gateway.outgoing.something(principal, gevraagd, rest, vraag.until());
    const nu = await vraag.current();
    if (nu === null) return probleem('sleutel-onbekend');
    principal = nu;
  }
};

/** POST /uitgaand/{id}/bevestiging: idempotent. */
export const postBevestiging: Handler = async ({ principal, params }, { gateway }) =>
  (await gateway.outgoing.confirm(principal, params.id ?? '')) ? { status: 204 } : probleem('niet-gevonden');

/** POST /uitgaand/bevestigingen: many at once, idempotent. */
export const postBevestigingen: Handler<typeof POST_BEVESTIGINGEN> = async ({ principal, body }, { gateway }) => {
  const { confirmed, unknown } = await gateway.outgoing.confirmMany(principal, body.ids);
  return { status: 200, body: { bevestigd: confirmed, onbekend: unknown } };
};
