import { bladzijdeVan } from '../bladzijde.ts';
import { filterVan } from '../periode.ts';
import { probleem } from '../problems.ts';
import { REDEN_UITLEG, redenVan } from '../reden.ts';
import type { GET_BERICHTEN } from '../schemas/berichten.ts';
import type { Handler } from '../vraag.ts';
import { toonBericht, toonBerichtRegel } from '../weergave.ts';

/** GET /berichten/{id} */
export const getBericht: Handler = async ({ principal, params }, { gateway }) => {
  const bericht = await gateway.messages.read(principal, params.id ?? '');
  return bericht === undefined ? probleem('niet-gevonden') : { status: 200, body: toonBericht(bericht) };
};

/** GET /berichten/{id}/xml: the exact bytes. */
export const getXml: Handler = async ({ principal, params, header }, { gateway }) => {
  const reden = redenVan(header);
  if (reden === undefined) return probleem('ongeldige-kopregel', { detail: REDEN_UITLEG });
  const bytes = await gateway.messages.openBody(principal, params.id ?? '', reden);
  if (bytes === undefined) return probleem('niet-gevonden');
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', 'cache-control': 'no-store' },
    body: bytes,
  };
};

/** GET /berichten: own messages (or those of the operator's regions), newest first. */
export const getBerichten: Handler<typeof GET_BERICHTEN> = async ({ principal, query }, { gateway }) => {
  const { items, next } = await gateway.messages.list(principal, { ...bladzijdeVan(query), ...filterVan(query) });
  return { status: 200, body: { berichten: items.map(toonBerichtRegel), volgende: next } };
};
