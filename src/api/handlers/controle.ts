import { probleem } from '../problems.ts';
import { bytesVan, type Handler } from '../vraag.ts';

/** POST /controle: what would come of this message, with the answers that would go out; nothing is stored. */
export const postControle: Handler = async (vraag, { gateway }) => {
  const uitkomst = await gateway.dryRun(bytesVan(vraag), vraag.sleutel);
  if (uitkomst.kind === 'forbidden') return probleem('andere-partij');
  if (uitkomst.kind === 'unidentifiable') return probleem('geen-ijw');
  const { type, release, status, bevindingen, antwoorden } = uitkomst;
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: { type, release, status, bevindingen, antwoorden },
  };
};
