import { probleem } from '../problems.ts';
import type { Handler } from '../vraag.ts';

/** GET /opdrachten/{id}: what became of a grant or a decision that was answered with 202. */
export const getOpdracht: Handler = async ({ principal, params }, { gateway }) => {
  const { id = '' } = params;
  const uitkomst = await gateway.werkbak.command(principal, id);
  if (uitkomst === undefined) return probleem('niet-gevonden');
  const resultaat =
    'resultaat' in uitkomst && uitkomst.resultaat !== undefined ? { resultaat: resultaatVan(uitkomst.resultaat) } : {};
  return { status: 200, body: { id, ...uitkomst, ...resultaat } };
};

type Resultaat = Readonly<Record<string, unknown>>;

/** What a command gave, as the API tells it at once and when it is asked later: what it costs is kept for the pages. */
export function resultaatVan(resultaat: Resultaat = {}): Resultaat {
  const { kosten: _kosten, vast: _vast, boven: _boven, ...rest } = resultaat;
  return rest;
}
