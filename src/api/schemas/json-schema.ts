/** A JSON Schema (2020-12, as OpenAPI 3.1 has it) as data. */
export type ApiSchema = Readonly<Record<string, unknown>>;

type Properties = Readonly<Record<string, ApiSchema>>;

/** Of what comes in by name: exactly these properties. */
export type ObjectSchema<P extends Properties = Properties, R extends readonly string[] = readonly string[]> = {
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly required: R;
  readonly properties: P;
};

/** What a call takes: these properties and no others; those named after them must be there. */
export function takes<const P extends Properties, const R extends readonly (keyof P & string)[]>(
  properties: P,
  ...required: R
): ObjectSchema<P, R> {
  return { type: 'object', additionalProperties: false, required, properties };
}

/** What a call gives: all of these properties, but for those named after them. More may follow in later versions. */
export function gives(properties: Properties, ...optional: readonly string[]): ApiSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', required, properties };
}

export const list = (items: ApiSchema): ApiSchema => ({ type: 'array', items });
export const orNull = (schema: ApiSchema): ApiSchema => ({ anyOf: [schema, { type: 'null' }] });
export const oneOf = <const V extends readonly unknown[]>(...values: V) => ({ enum: values }) as const;
/** How often each of some codes occurs. */
export const COUNTS: ApiSchema = { type: 'object', additionalProperties: { type: 'integer' } };

/** A schema that stands under its name among the components of the document. */
export const ref = (component: string): ApiSchema => ({ $ref: `#/components/schemas/${component}` });

export const TEXT = { type: 'string' } as const;
export const INTEGER = { type: 'integer' } as const;
export const BOOLEAN = { type: 'boolean' } as const;
export const TEXT_OR_NULL = { type: ['string', 'null'] } as const;
export const INTEGER_OR_NULL = { type: ['integer', 'null'] } as const;
/** UTC. */
export const MOMENT = { type: 'string', format: 'date-time' } as const;
export const MOMENT_OR_NULL = { type: ['string', 'null'], format: 'date-time' } as const;
export const DAY = { type: 'string', format: 'date' } as const;
export const DAY_OR_NULL = { type: ['string', 'null'], format: 'date' } as const;
export const EUROCENTS = { type: 'integer', description: 'Bedrag in eurocenten.' } as const;
