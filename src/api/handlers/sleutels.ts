import { probleem } from '../problems.ts';
import type { POST_SLEUTELS } from '../schemas/sleutels.ts';
import type { Handler } from '../vraag.ts';
import { toonSleutel } from '../weergave.ts';

/** POST /sleutels: the key is shown here and never again. */
export const postSleutel: Handler<typeof POST_SLEUTELS> = async (vraag, { sleutels }) => {
  const { naam, rol, partij = null, regios = null } = vraag.body;
  const { sleutel, geheim } = await sleutels.maak({ naam, rol, partij, regios });
  return {
    status: 201,
    headers: { location: `/api/v1/sleutels/${sleutel.id}`, 'cache-control': 'no-store' },
    body: { ...toonSleutel(sleutel), sleutel: geheim },
  };
};

/** GET /sleutels: who has a key; the keys themselves are nowhere. */
export const getSleutels: Handler = async (_vraag, { sleutels }) => {
  const alle = await sleutels.alle();
  return { status: 200, body: { sleutels: alle.map(toonSleutel) } };
};

/** DELETE /sleutels/{id}: at once here, within seconds in other processes. */
export const deleteSleutel: Handler = async (vraag, { sleutels }) =>
  (await sleutels.verwijder(vraag.params.id ?? '')) ? { status: 204 } : probleem('niet-gevonden');
