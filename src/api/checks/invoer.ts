import { Ajv, type ErrorObject, type JSONSchemaType } from 'ajv';
import { bestaandeDatum, dagOfMoment } from '../../agreements/datum-vorm.ts';
import { probleem } from '../problems.ts';
import type { ApiReply } from '../reply.ts';

const ajv = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  formats: { date: bestaandeDatum, 'dag-of-moment': dagOfMoment },
});

export type Invoer<T> =
  | { readonly kind: 'ok'; readonly waarde: T }
  | { readonly kind: 'fout'; readonly antwoord: ApiReply };

/** A check of a JSON body: the value, or the problem that names every mistake with its JSON pointer. */
export function invoerToets<T>(schema: Readonly<Record<string, unknown>>): (body: unknown) => Invoer<T> {
  const toets = ajv.compile<T>(schema as unknown as JSONSchemaType<T>);
  return (body) => {
    const waarde = body ?? null;
    if (toets(waarde)) return { kind: 'ok', waarde };
    const fouten = (toets.errors ?? []).filter((f) => f.keyword !== 'if').map(schemaFout);
    return { kind: 'fout', antwoord: probleem('onjuiste-invoer', { fouten }) };
  };
}

/** The sentence for what ajv found; values are not repeated. */
function schemaFout(fout: ErrorObject): { pointer: string; melding: string } {
  const p: Readonly<Record<string, unknown>> = fout.params;
  const extra = fout.keyword === 'required' ? p.missingProperty : p.additionalProperty;
  const pointer = extra === undefined ? fout.instancePath : `${fout.instancePath}/${String(extra)}`;
  return { pointer, melding: ZINNEN[fout.keyword]?.(p) ?? 'Dit is hier niet toegestaan.' };
}

const ZINNEN: Readonly<Record<string, (p: Readonly<Record<string, unknown>>) => string>> = {
  required: () => 'Dit veld ontbreekt.',
  additionalProperties: () => 'Dit veld is onbekend.',
  'false schema': () => 'Dit veld hoort hier niet.',
  type: (p) => `Dit moet van het type ${[p.type].flat().join(' of ')} zijn.`,
  enum: (p) => `Dit moet een van de volgende waarden zijn: ${[p.allowedValues].flat().join(', ')}.`,
  const: (p) => `Dit moet ${String(p.allowedValue)} zijn.`,
  format: () => 'Deze datum bestaat niet.',
  pattern: () => 'Dit heeft niet de juiste vorm.',
  minimum: (p) => `Dit moet ten minste ${String(p.limit)} zijn.`,
  maximum: (p) => `Dit mag ten hoogste ${String(p.limit)} zijn.`,
  minLength: () => 'Dit mag niet leeg zijn.',
  maxLength: (p) => `Dit mag ten hoogste ${String(p.limit)} tekens lang zijn.`,
  maxItems: (p) => `Deze lijst mag ten hoogste ${String(p.limit)} regels hebben.`,
  minItems: () => 'Deze lijst mag niet leeg zijn.',
};
