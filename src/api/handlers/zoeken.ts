import { bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { POST_ZOEKEN } from '../schemas/zoeken.ts';
import type { Handler } from '../vraag.ts';
import { toonBerichtRegel } from '../weergave.ts';

/** POST /zoeken: all messages of one client. The BSN stands in the body, and nowhere else. */
export const postZoeken: Handler<typeof POST_ZOEKEN> = async ({ principal, body }, { gateway }) => {
  const { bsn, limit = 50, ...blad } = body;
  const gevonden = await gateway.messages.ofClient(principal, bsn, bladzijdeVan({ ...blad, limit }));
  if (gevonden === undefined) return probleem('onjuiste-invoer', { fouten: [GEEN_BSN] });
  return { status: 200, body: { berichten: gevonden.items.map(toonBerichtRegel), volgende: gevonden.next } };
};

export const GEEN_BSN = {
  pointer: '/bsn',
  melding: 'Dit is geen burgerservicenummer: het voldoet niet aan de 11-proef.',
};
