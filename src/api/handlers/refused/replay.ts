import { probleem } from '../../problems.ts';
import type { Handler } from '../../vraag.ts';

/** POST /berichten/{id}/replay: a message that got stuck, or was refused, is judged again. */
export const postReplay: Handler = async ({ principal, params }, { gateway }) => {
  const { id = '' } = params;
  const uitkomst = await gateway.messages.replay(principal, id);
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'not-allowed')
    return probleem('niet-mogelijk', {
      detail: `Een bericht met status ${uitkomst.status} wordt niet opnieuw beoordeeld.`,
    });
  return { status: 202, headers: { location: `/api/v1/berichten/${id}` }, body: { id, status: 'ontvangen' } };
};
