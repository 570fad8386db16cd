import type { Beslissing, BeslissingToewijzing } from '../../lanes/commands/beslissing.ts';
import { ALS_GEVRAAGD } from '../../lanes/commands/decision-command.ts';
import {
  BUDGET_BEDRAG,
  BUDGET_SOORT,
  DECISION_FIELDS,
  GEMEENTECODE,
  REFUSAL_HAS_REASON,
} from '../../lanes/commands/decision-schema.ts';
import type { RelatieInvoer } from '../../replies/relatie.ts';
import { invoerToets } from '../invoer.ts';

/** The body of a decision; what is left out is as asked, or by the agreements. */
interface Besluit {
  readonly besluit: Beslissing['besluit'];
  readonly reden?: string | null;
  readonly woonplaatsbeginsel?: { readonly gemeente: string } | null;
  readonly toelichting?: string | null;
  readonly toewijzing?: Partial<BeslissingToewijzing> | null;
  /** As in `toewijzing`. */
  readonly soort?: BeslissingToewijzing['soort'];
  readonly bedrag?: number | null;
  readonly relatie?: RelatieInvoer | null;
}

export const besluitToets = invoerToets<Besluit>({
  type: 'object',
  required: ['besluit'],
  additionalProperties: false,
  properties: {
    besluit: DECISION_FIELDS.besluit,
    reden: DECISION_FIELDS.reden,
    woonplaatsbeginsel: {
      type: ['object', 'null'],
      required: ['gemeente'],
      additionalProperties: false,
      properties: { gemeente: { type: 'string', pattern: GEMEENTECODE } },
    },
    toelichting: DECISION_FIELDS.toelichting,
    toewijzing: DECISION_FIELDS.toewijzing,
    soort: BUDGET_SOORT,
    bedrag: BUDGET_BEDRAG,
    relatie: DECISION_FIELDS.relatie,
  },
  ...REFUSAL_HAS_REASON,
});

/** The body of the request as the decision that the gateway takes. */
export function beslissingUit(besluit: Besluit): Omit<Beslissing, 'item' | 'partij' | 'idempotentie'> {
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
