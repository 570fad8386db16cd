import { probleem } from '../problems.ts';
import type { Handler } from '../vraag.ts';

/** PUT /afspraken: replaces the document, or names every mistake in it. */
export const putAfspraken: Handler = async (vraag, { gateway }) => {
  const uitkomst = await gateway.putAgreements(vraag.body, vraag.sleutel.id);
  if (uitkomst.kind === 'invalid') return probleem('onjuiste-afspraken', { fouten: uitkomst.fouten });
  const { versie, nummer, wijzigingen, waarschuwingen } = uitkomst;
  return { status: 200, body: { versie, nummer, wijzigingen, waarschuwingen } };
};

/** GET /afspraken: the document as it was put. */
export const getAfspraken: Handler = async (_vraag, { gateway }) => {
  const nieuwste = await gateway.store.latestAgreements();
  return nieuwste === undefined ? probleem('niet-gevonden') : { status: 200, body: nieuwste.document };
};
