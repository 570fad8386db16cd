import type { Beslissing } from '../../gateway/werkbak.ts';
import { ALS_GEVRAAGD } from '../../lanes/commands/decision-command.ts';
import type { BodyOf } from '../schemas/call.ts';
import type { POST_WERKBAK } from '../schemas/werkbak.ts';

type Besluit = BodyOf<typeof POST_WERKBAK>;

/** The body of the request as the decision that the gateway takes. */
export function beslissingUit(besluit: Besluit): Omit<Beslissing, 'item' | 'idempotentie'> {
  const { reden = null, toelichting = null, toewijzing = null, woonplaatsbeginsel = null } = besluit;
  const { soort = null, bedrag = null, relatie = null } = besluit;
  const keuze = { ...(soort === null ? {} : { soort }), ...(bedrag === null ? {} : { bedrag }) };
  const leeg = toewijzing === null && soort === null && bedrag === null;
  return {
    besluit: besluit.besluit,
    reden,
    toelichting,
    woonplaats: woonplaatsbeginsel?.gemeente ?? null,
    relatie,
    toewijzing: leeg ? null : { ...ALS_GEVRAAGD, ...toewijzing, ...keuze },
  };
}
