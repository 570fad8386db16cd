import { probleem } from '../problems.ts';
import type { Handler } from '../vraag.ts';
import { partijenVan } from '../zicht.ts';

/** GET /opdrachten/{id}: what became of a grant or a decision that was answered with 202. */
export const getOpdracht: Handler = async (vraag, { gateway }) => {
  const id = vraag.params.id ?? '';
  const opdracht = await gateway.store.command(id);
  if (opdracht === undefined) return probleem('niet-gevonden');
  const partijen = await partijenVan(vraag.sleutel, gateway);
  return partijen.includes(opdracht.partij)
    ? { status: 200, body: { id, ...opdracht.uitkomst } }
    : probleem('niet-gevonden');
};
