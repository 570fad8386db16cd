import { probleem } from '../problems.ts';
import type { Handler } from '../vraag.ts';
import { zichtVan, zietBericht } from '../zicht.ts';

/** POST /berichten/{id}/replay: a message that got stuck, or was refused, is judged again. */
export const postReplay: Handler = async (vraag, { gateway }) => {
  const id = vraag.params.id ?? '';
  const bericht = await gateway.store.message(id);
  if (bericht === undefined || !zietBericht(await zichtVan(vraag.sleutel, gateway), bericht))
    return probleem('niet-gevonden');
  const uitkomst = await gateway.replay(id, vraag.sleutel.id);
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'not-allowed')
    return probleem('niet-mogelijk', {
      detail: `Een bericht met status ${uitkomst.status} wordt niet opnieuw beoordeeld.`,
    });
  return { status: 202, headers: { location: `/api/v1/berichten/${id}` }, body: { id, status: 'ontvangen' } };
};
