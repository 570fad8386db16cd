import { probleem } from '../problems.ts';
import type { PATCH_SLEUTEL, POST_SLEUTELS } from '../schemas/sleutels.ts';
import type { Handler } from '../vraag.ts';
import { toonSleutel } from '../weergave.ts';

/** POST /sleutels: the key is shown here and never again. */
export const postSleutel: Handler<typeof POST_SLEUTELS> = async ({ principal, body }, { gateway }) => {
  const { naam, rol, partij = null, partijen = null, regios = null, alleenLezen = false, geldigTot = null } = body;
  const gegevens = { naam, rol, partij, partijen, regios, alleenLezen, geldigTot };
  const { sleutel, geheim } = await gateway.keys.create(principal, gegevens);
  return {
    status: 201,
    headers: { location: `/api/v1/sleutels/${sleutel.id}`, 'cache-control': 'no-store' },
    body: { ...toonSleutel(sleutel), sleutel: geheim },
  };
};

/** GET /sleutels: who has a key, or had one; the keys themselves are nowhere. */
export const getSleutels: Handler = async ({ principal }, { gateway }) => {
  const alle = await gateway.keys.list(principal);
  return { status: 200, body: { sleutels: alle.map(toonSleutel) } };
};

/** PATCH /sleutels/{id}: its name, its regions (of an operator) or its last day; a past day ends it. */
export const patchSleutel: Handler<typeof PATCH_SLEUTEL> = async ({ principal, params, body }, { gateway }) => {
  const uitkomst = await gateway.keys.change(principal, params.id ?? '', body);
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'no-regions') {
    return probleem('niet-mogelijk', { detail: 'Alleen een sleutel van een operator heeft regio’s.' });
  }
  if (uitkomst.kind === 'ended') return probleem('niet-mogelijk', { detail: 'Deze sleutel is beëindigd.' });
  return { status: 200, body: toonSleutel(uitkomst.sleutel) };
};

/** DELETE /sleutels/{id}: at once here, within seconds in other processes. Its row stays. */
export const deleteSleutel: Handler = async ({ principal, params }, { gateway }) =>
  (await gateway.keys.end(principal, params.id ?? '')) ? { status: 204 } : probleem('niet-gevonden');
