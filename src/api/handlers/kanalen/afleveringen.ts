import { probleem } from '../../problems.ts';
import type { Handler } from '../../vraag.ts';
import { toonAflevering } from '../../weergave.ts';

/** POST /afleveringen/{id}/opnieuw. */
export const postOpnieuw: Handler = async ({ principal, params }, { gateway }) => {
  const uitkomst = await gateway.outgoing.deliverAgain(principal, params.id ?? '');
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'not-now') {
    const bevestigd = uitkomst.aflevering.status === 'bevestigd';
    const detail = bevestigd
      ? 'Deze aflevering is al bevestigd.'
      : 'Deze aflevering is nu onderweg; probeer het zo opnieuw.';
    return probleem('niet-mogelijk', { detail });
  }
  return { status: 202, body: toonAflevering(uitkomst.aflevering) };
};
