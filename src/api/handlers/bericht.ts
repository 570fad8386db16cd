import type { BerichtBeeld, BerichtFilter } from '../../store/messages/contract.ts';
import { bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { GET_BERICHTEN } from '../schemas/berichten.ts';
import type { Api, ApiRequest, Handler } from '../vraag.ts';
import { toonBericht, toonBerichtRegel } from '../weergave.ts';
import { moetBoeken, type Zicht, zichtVan, zietBericht } from '../zicht.ts';

/** The message of the path, when this key may see it. */
async function zichtbaar(vraag: ApiRequest, { gateway }: Api): Promise<BerichtBeeld | undefined> {
  const bericht = await gateway.store.message(vraag.params.id ?? '');
  if (bericht === undefined) return undefined;
  return zietBericht(await zichtVan(vraag.sleutel, gateway), bericht) ? bericht : undefined;
}

/** GET /berichten/{id} */
export const getBericht: Handler = async (vraag, api) => {
  const bericht = await zichtbaar(vraag, api);
  return bericht === undefined ? probleem('niet-gevonden') : { status: 200, body: toonBericht(bericht) };
};

/** GET /berichten/{id}/xml: the exact bytes; written down first when it is no party of the message that opens it. */
export const getXml: Handler = async (vraag, api) => {
  const bericht = await zichtbaar(vraag, api);
  if (bericht === undefined) return probleem('niet-gevonden');
  const { store } = api.gateway;
  if (moetBoeken(vraag.sleutel)) await store.audit(vraag.sleutel.id, 'bericht-geopend', bericht.id, api.nu());
  const bytes = await store.messageBytes(bericht.id);
  if (bytes === undefined) return probleem('niet-gevonden');
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', 'cache-control': 'no-store' },
    body: bytes,
  };
};

/** GET /berichten: own messages (or those of the operator's regions), newest first. */
export const getBerichten: Handler<typeof GET_BERICHTEN> = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag.query);
  const { type, status, partij, regio } = vraag.query;
  const zicht = await zichtVan(vraag.sleutel, gateway);
  const grens = grensVan(zicht, partij, regio);
  if (grens === null) return { status: 200, body: { berichten: [], volgende: null } };
  const { limit } = bladzijde;
  const gevonden = await gateway.store.messages({
    ...grens,
    ...(type === undefined ? {} : { type }),
    ...(status === undefined ? {} : { status }),
    ...(bladzijde.na === undefined ? {} : { na: bladzijde.na }),
    limit: limit + 1,
  });
  const bekeken = gevonden.slice(0, limit);
  const berichten = bekeken.filter((b) => partij === undefined || metPartij(b, partij));
  const volgende = gevonden.length > limit ? (bekeken.at(-1)?.id ?? null) : null;
  return { status: 200, body: { berichten: berichten.map(toonBerichtRegel), volgende } };
};

/** What the store is asked for; null when nothing can be within sight. */
function grensVan(
  zicht: Zicht,
  partij: string | undefined,
  regio: string | undefined,
): Pick<BerichtFilter, 'partijen' | 'regios'> | null {
  const gevraagd = regio === undefined ? {} : { regios: [regio] };
  if (zicht.kind === 'partijen') {
    const eigen = partij !== undefined && zicht.partijen.includes(partij) ? [partij] : zicht.partijen;
    return { partijen: eigen, ...gevraagd };
  }
  const wie = partij === undefined ? {} : { partijen: [partij] };
  if (zicht.kind === 'alles') return { ...wie, ...gevraagd };
  if (regio !== undefined && !zicht.regios.includes(regio)) return null;
  return { ...wie, regios: regio === undefined ? zicht.regios : [regio] };
}

/** A party that asks for another one means what it exchanged with that one; the store knows only who sent or got. */
function metPartij(b: BerichtBeeld, partij: string): boolean {
  return [b.partij, b.afzender, b.ontvanger, ...b.afleveringen.map((a) => a.partij)].includes(partij);
}
