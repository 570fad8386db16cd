import { periodeVan } from '../../periode.ts';
import { probleem } from '../../problems.ts';
import { type GET_OORZAKEN, type PUT_OORZAAK, ZONDER_TYPE } from '../../schemas/refused/oorzaken.ts';
import type { Handler } from '../../vraag.ts';

/** GET /oorzaken: what was refused, by sender, type and rule. */
export const getOorzaken: Handler<typeof GET_OORZAKEN> = async ({ principal, query }, { gateway }) => {
  const { regio, partij } = query;
  const oorzaken = await gateway.causes.list(principal, {
    ...periodeVan(query),
    ...(regio === undefined ? {} : { regio }),
    ...(partij === undefined ? {} : { partij }),
  });
  return { status: 200, body: { oorzaken } };
};

/** PUT /oorzaken/{partij}/{type}/{regel}: what is done about a group of them. */
export const putOorzaak: Handler<typeof PUT_OORZAAK> = async ({ principal, params, body }, { gateway }) => {
  const { partij = '', type = '', regel = '' } = params;
  const groep = { partij, regel, type: type === ZONDER_TYPE ? null : (type as never) };
  const oorzaak = await gateway.causes.setState(principal, groep, body.stand, body.notitie ?? null);
  return oorzaak === undefined ? probleem('niet-gevonden') : { status: 200, body: oorzaak };
};
