import { verschil } from '../../agreements/verschil.ts';
import { bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { GET_AFSPRAKEN, GET_AFSPRAKEN_VERSIES, PUT_AFSPRAKEN } from '../schemas/afspraken.ts';
import type { Api, ApiReply, Handler } from '../vraag.ts';

/** PUT /afspraken: replaces the document, or names every mistake in it; `?proef=true` only shows what it would change. */
export const putAfspraken: Handler<typeof PUT_AFSPRAKEN> = async (vraag, api) => {
  if (vraag.query.proef) return probeer(vraag.body, api);
  const uitkomst = await api.gateway.putAgreements(vraag.body, vraag.sleutel.id);
  if (uitkomst.kind === 'invalid') return probleem('onjuiste-afspraken', { fouten: uitkomst.fouten });
  const { versie, nummer, wijzigingen, waarschuwingen } = uitkomst;
  return { status: 200, body: { versie, nummer, wijzigingen, waarschuwingen } };
};

async function probeer(document: unknown, { gateway }: Api): Promise<ApiReply> {
  const uitkomst = await gateway.tryAgreements(document);
  if (uitkomst.kind === 'invalid') return probleem('onjuiste-afspraken', { fouten: uitkomst.fouten });
  const { versie, wijzigingen, waarschuwingen, geraakt } = uitkomst;
  const aantalGeraakt = geraakt.reduce((som, { aantal }) => som + aantal, 0);
  return { status: 200, body: { proef: true, versie, wijzigingen, waarschuwingen, aantalGeraakt, geraakt } };
}

/** GET /afspraken: the document as it was put, the newest or (`?versie=`) the one under that number of the gateway. */
export const getAfspraken: Handler<typeof GET_AFSPRAKEN> = async (vraag, { gateway }) => {
  const { versie } = vraag.query;
  const document =
    versie === undefined
      ? (await gateway.store.latestAgreements())?.document
      : await gateway.store.agreementsAt(versie);
  return document === undefined ? probleem('niet-gevonden') : { status: 200, body: document };
};

/** GET /afspraken/versies: every import, newest first: who, when, and what it changed. */
export const getAfsprakenVersies: Handler<typeof GET_AFSPRAKEN_VERSIES> = async (vraag, { gateway }) => {
  const { na, limit } = bladzijdeVan(vraag.query);
  const versies = [];
  let vorigNummer = na === undefined ? undefined : Number(na);
  // One after another: a document may be of megabytes, and a page of hundreds.
  while (versies.length < limit) {
    const bij = vorigNummer === undefined ? {} : { na: vorigNummer };
    const [gevonden] = await gateway.store.agreementsVersions({ limit: 1, ...bij });
    if (gevonden === undefined) return { status: 200, body: { versies, volgende: null } };
    const { versie: nummer, op, door, document, vorige } = gevonden;
    const wijzigingen = vorige === null ? [] : verschil(vorige, document);
    versies.push({ nummer, versie: document.versie, op, door, wijzigingen });
    vorigNummer = nummer;
  }
  return { status: 200, body: { versies, volgende: String(vorigNummer) } };
};
