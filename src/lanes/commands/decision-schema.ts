import { RELATIE_SCHEMA } from '../../replies/relatie-schema.ts';

/** What each field of a decision may hold (JSON Schema): in the body of a call and in the command that is kept alike. */

const tekst = <const P extends string>(pattern: P) => ({ type: ['string', 'null'], pattern }) as const;
const DATUM = tekst('^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$');

export const GEMEENTECODE = '^[0-9]{4}$';
export const BUDGET_SOORT = { enum: ['standaard', 'maatwerk', null] } as const;
export const BUDGET_BEDRAG = { type: ['integer', 'null'], minimum: 1, maximum: 99_999_999_999 } as const;

export const DECISION_FIELDS = {
  besluit: { enum: ['toewijzen', 'afwijzen', 'onderzoek'] },
  reden: tekst('^[0-9A-Z]{1,3}$'),
  toelichting: { type: ['string', 'null'], maxLength: 200 },
  toewijzing: {
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      categorie: tekst('^[0-9A-Z]{2}$'),
      code: tekst('^[0-9A-Za-z]{1,5}$'),
      ingangsdatum: DATUM,
      einddatum: DATUM,
      volume: { type: ['integer', 'null'], minimum: 1, maximum: 99_999_999 },
      eenheid: tekst('^[0-9]{2}$'),
      frequentie: tekst('^[0-9]$'),
      budget: { type: ['integer', 'null'], minimum: 1, maximum: 99_999_999_999 },
      soort: BUDGET_SOORT,
      bedrag: BUDGET_BEDRAG,
    },
  },
  relatie: RELATIE_SCHEMA,
} as const;

/** A refusal names its reason. */
export const REFUSAL_HAS_REASON = {
  if: { required: ['besluit'], properties: { besluit: { const: 'afwijzen' } } },
  // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
  then: { required: ['reden'], properties: { reden: { type: 'string' } } },
} as const;

/** Of a DecisionCommand. */
export const DECISION_COMMAND_SCHEMA = {
  type: 'object',
  required: ['kind', 'version', 'item', 'besluit'],
  additionalProperties: false,
  properties: {
    kind: { const: 'decision' },
    version: { const: 1 },
    item: { type: 'string' },
    ...DECISION_FIELDS,
    woonplaats: { type: ['string', 'null'], pattern: GEMEENTECODE },
  },
  ...REFUSAL_HAS_REASON,
} as const;
