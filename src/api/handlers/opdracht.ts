import { probleem } from '../problems.ts';
import type { Handler } from '../vraag.ts';

/** GET /opdrachten/{id}: what became of a grant or a decision that was answered with 202. */
export const getOpdracht: Handler = async ({ principal, params }, { gateway }) => {
  const { id = '' } = params;
  const uitkomst = await gateway.werkbak.command(principal, id);
  return uitkomst === undefined ? probleem('niet-gevonden') : { status: 200, body: { id, ...uitkomst } };
};
