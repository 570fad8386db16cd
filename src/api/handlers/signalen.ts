import { bladzijdeVan } from '../bladzijde.ts';
import type { GET_SIGNALEN } from '../schemas/signalen.ts';
import type { Handler } from '../vraag.ts';
import { toonSignaal } from '../weergave.ts';
import { zichtVan } from '../zicht.ts';

/** GET /signalen: an array; `na` is the id of the last one that was seen. */
export const getSignalen: Handler<typeof GET_SIGNALEN> = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag.query);
  const zicht = await zichtVan(vraag.sleutel, gateway);
  const grens =
    zicht.kind === 'alles' ? {} : zicht.kind === 'regios' ? { regios: zicht.regios } : { partijen: zicht.partijen };
  const signalen = await gateway.store.signals({ ...grens, ...bladzijde });
  return { status: 200, body: signalen.map(toonSignaal) };
};
