import { bytesVan, type Handler } from '../vraag.ts';
import { nietToegelaten } from './niet-toegelaten.ts';

/** POST /controle: what would come of this message, with the answers that would go out; nothing is stored. */
export const postControle: Handler = async (vraag, { gateway }) => {
  const uitkomst = await gateway.intake.dryRun(vraag.principal, bytesVan(vraag));
  if (uitkomst.kind !== 'judged') return nietToegelaten(uitkomst, vraag.principal);
  const { type, release, status, bevindingen, antwoorden } = uitkomst;
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: { type, release, status, bevindingen, antwoorden },
  };
};
