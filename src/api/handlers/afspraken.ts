import { verschil } from '../../agreements/verschil.ts';
import { BLADZIJDE_UITLEG, bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { Api, ApiReply, Handler } from '../vraag.ts';
import { versieNummer } from './versie-nummer.ts';

/** PUT /afspraken: replaces the document, or names every mistake in it; `?proef=true` only shows what it would change. */
export const putAfspraken: Handler = async (vraag, api) => {
  const { proef = 'false' } = vraag.query;
  if (proef !== 'true' && proef !== 'false') {
    return probleem('ongeldige-parameter', { detail: 'proef is true of false.' });
  }
  if (proef === 'true') return probeer(vraag.body, api);
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
export const getAfspraken: Handler = async (vraag, { gateway }) => {
  const nummer = versieNummer(vraag);
  if (nummer.kind === 'fout') return nummer.antwoord;
  const document =
    nummer.versie === null
      ? (await gateway.store.latestAgreements())?.document
      : await gateway.store.agreementsAt(nummer.versie);
  return document === undefined ? probleem('niet-gevonden') : { status: 200, body: document };
};

/** GET /afspraken/versies: every import, newest first: who, when, and what it changed. */
export const getAfsprakenVersies: Handler = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag, 20);
  if (bladzijde === undefined || !/^\d{0,9}$/.test(bladzijde.na ?? '')) {
    return probleem('ongeldige-parameter', { detail: BLADZIJDE_UITLEG });
  }
  const { na, limit } = bladzijde;
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
