import type { AfsprakenProef } from '../../gateway/try-agreements.ts';
import { bladzijdeVan } from '../bladzijde.ts';
import { IF_MATCH_UITLEG, overVersion, tagOf } from '../if-match.ts';
import { probleem } from '../problems.ts';
import type { GET_AFSPRAKEN, GET_AFSPRAKEN_VERSIES, PUT_AFSPRAKEN } from '../schemas/afspraken.ts';
import type { ApiReply, Handler } from '../vraag.ts';

/** PUT /afspraken: replaces the document, or names every mistake in it; `?proef=true` only shows what it would change. */
export const putAfspraken: Handler<typeof PUT_AFSPRAKEN> = async ({ principal, query, body, header }, { gateway }) => {
  const over = overVersion(header);
  if (over === undefined) return probleem('ongeldige-kopregel', { detail: IF_MATCH_UITLEG });
  if (query.proef) return toonProef(await gateway.agreements.tryReplace(principal, body, over));
  const uitkomst = await gateway.agreements.replace(principal, body, over);
  if (uitkomst.kind !== 'ok') return nietOvergenomen(uitkomst);
  const { versie, nummer, wijzigingen, waarschuwingen } = uitkomst;
  return { status: 200, headers: tagOf(nummer), body: { versie, nummer, wijzigingen, waarschuwingen } };
};

function toonProef(uitkomst: AfsprakenProef): ApiReply {
  if (uitkomst.kind !== 'ok') return nietOvergenomen(uitkomst);
  const { versie, wijzigingen, waarschuwingen, geraakt } = uitkomst;
  const aantalGeraakt = geraakt.reduce((som, { aantal }) => som + aantal, 0);
  return { status: 200, body: { proef: true, versie, wijzigingen, waarschuwingen, aantalGeraakt, geraakt } };
}

function nietOvergenomen(uitkomst: Exclude<AfsprakenProef, { kind: 'ok' }>): ApiReply {
  if (uitkomst.kind === 'invalid') return probleem('onjuiste-afspraken', { fouten: uitkomst.fouten });
  return probleem('verouderd', { headers: tagOf(uitkomst.nummer) });
}

/** GET /afspraken: the document as it was put, the newest or (`?versie=`) the one under that number of the gateway. */
export const getAfspraken: Handler<typeof GET_AFSPRAKEN> = async ({ principal, query }, { gateway }) => {
  const gevonden = await gateway.agreements.document(principal, query.versie ?? null);
  if (gevonden === undefined) return probleem('niet-gevonden');
  return { status: 200, headers: tagOf(gevonden.nummer), body: gevonden.document };
};

/** GET /afspraken/versies: every import, newest first: who, when, and what it changed. */
export const getAfsprakenVersies: Handler<typeof GET_AFSPRAKEN_VERSIES> = async (vraag, { gateway }) => {
  const { na, limit } = bladzijdeVan(vraag.query);
  const gevraagd = na === undefined ? { limit } : { limit, na: Number(na) };
  const { items, next } = await gateway.agreements.imports(vraag.principal, gevraagd);
  return { status: 200, body: { versies: items, volgende: next } };
};
