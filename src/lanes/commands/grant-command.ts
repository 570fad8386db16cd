/** A maatwerksignaalbudget that the gemeente gives, as its lane keeps it. */
export interface GrantCommand {
  readonly kind: 'grant';
  readonly version: 1;
  readonly gemeente: string;
  /** ToewijzingNummer. */
  readonly nummer: number;
  /** Eurocents. */
  readonly bedrag: number;
  readonly reden: string;
  readonly plan: string | null;
}

/** What each field may hold (JSON Schema): in the body of a call and in the command that is kept alike. */
export const GRANT_FIELDS = {
  bedrag: { type: 'integer', minimum: 1, maximum: 99_999_999_999 },
  reden: { type: 'string', minLength: 1, maxLength: 2000 },
  plan: { type: ['string', 'null'], maxLength: 2000 },
} as const;

/** Of a GrantCommand. */
export const GRANT_COMMAND_SCHEMA = {
  type: 'object',
  required: ['kind', 'version', 'gemeente', 'nummer', 'bedrag', 'reden', 'plan'],
  additionalProperties: false,
  properties: {
    kind: { const: 'grant' },
    version: { const: 1 },
    gemeente: { type: 'string', pattern: '^[0-9]{4}$' },
    nummer: { type: 'integer', minimum: 0 },
    ...GRANT_FIELDS,
  },
} as const;
