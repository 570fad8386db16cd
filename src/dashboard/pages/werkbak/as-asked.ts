import type { BesluitGevolg } from '../../../gateway/werkbak.ts';
import { inTurn } from '../../kit/turn.ts';
import type { PageRequest } from '../../page.ts';

/** What assigning as asked would bring, with what it costs; null when it cannot be done, or found no turn. */
export async function asAsked(request: PageRequest, item: string): Promise<readonly BesluitGevolg[] | null> {
  const { api, principal } = request;
  const besluit = { besluit: 'toewijzen', reden: null, woonplaats: null, toelichting: null } as const;
  const proef = await inTurn(request, 'proef', () =>
    api.gateway.werkbak.tryDecision(principal, {
      ...besluit,
      toewijzing: null,
      relatie: null,
      item,
      idempotentie: null,
    }),
  );
  return proef?.kind === 'decided' ? proef.gevolgen : null;
}
