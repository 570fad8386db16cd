import type { AfsprakenProef } from '../../gateway/try-agreements.ts';
import { BLADZIJDE_UITLEG, bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { ApiReply, Handler } from '../vraag.ts';
import { versieNummer } from './versie-nummer.ts';

/** PUT /afspraken: replaces the document, or names every mistake in it; `?proef=true` only shows what it would change. */
export const putAfspraken: Handler = async (vraag, { gateway }) => {
  const { principal, body } = vraag;
  const { proef = 'false' } = vraag.query;
  if (proef !== 'true' && proef !== 'false') {
    return probleem('ongeldige-parameter', { detail: 'proef is true of false.' });
  }
  if (proef === 'true') return toonProef(await gateway.agreements.tryReplace(principal, body));
  const uitkomst = await gateway.agreements.replace(principal, body);
  if (uitkomst.kind === 'invalid') return probleem('onjuiste-afspraken', { fouten: uitkomst.fouten });
  const { versie, nummer, wijzigingen, waarschuwingen } = uitkomst;
  return { status: 200, body: { versie, nummer, wijzigingen, waarschuwingen } };
};

function toonProef(uitkomst: AfsprakenProef): ApiReply {
  if (uitkomst.kind === 'invalid') return probleem('onjuiste-afspraken', { fouten: uitkomst.fouten });
  const { versie, wijzigingen, waarschuwingen, geraakt } = uitkomst;
  const aantalGeraakt = geraakt.reduce((som, { aantal }) => som + aantal, 0);
  return { status: 200, body: { proef: true, versie, wijzigingen, waarschuwingen, aantalGeraakt, geraakt } };
}

/** GET /afspraken: the document as it was put, the newest or (`?versie=`) the one under that number of the gateway. */
export const getAfspraken: Handler = async (vraag, { gateway }) => {
  const nummer = versieNummer(vraag);
  if (nummer.kind === 'fout') return nummer.antwoord;
  const document = await gateway.agreements.document(vraag.principal, nummer.versie);
  return document === undefined ? probleem('niet-gevonden') : { status: 200, body: document };
};

/** GET /afspraken/versies: every import, newest first: who, when, and what it changed. */
export const getAfsprakenVersies: Handler = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag, 20);
  if (bladzijde === undefined || !/^\d{0,9}$/.test(bladzijde.na ?? '')) {
    return probleem('ongeldige-parameter', { detail: BLADZIJDE_UITLEG });
  }
  const { na, limit } = bladzijde;
  const gevraagd = na === undefined ? { limit } : { limit, na: Number(na) };
  const { items, next } = await gateway.agreements.imports(vraag.principal, gevraagd);
  return { status: 200, body: { versies: items, volgende: next } };
};
