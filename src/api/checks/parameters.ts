import { Ajv, type ErrorObject } from 'ajv';
import { bestaandeDatum, dagOfMoment } from '../../agreements/datum-vorm.ts';
import { probleem } from '../problems.ts';
import type { ApiReply } from '../reply.ts';
import type { ApiSchema, ObjectSchema } from '../schemas/json-schema.ts';

const ajv = new Ajv({
  ...{ allErrors: true, allowUnionTypes: true, useDefaults: true },
  formats: { date: bestaandeDatum, 'dag-of-moment': dagOfMoment },
});

type Waarden = Readonly<Record<string, unknown>>;

export type Parameters =
  | { readonly kind: 'ok'; readonly waarden: Waarden }
  | { readonly kind: 'fout'; readonly antwoord: ApiReply };

/**
 * A check of the query: the values, with their types and defaults, or a problem that names every mistake and the parameters
 * that the call does know. Nothing is ever ignored: a filter that was mistyped would else show too much.
 */
export function parameterToets(schema: ObjectSchema): (query: unknown) => Parameters {
  const toets = ajv.compile(schema);
  const namen = Object.keys(schema.properties);
  return (query) => {
    const gegeven = Object.entries((query ?? {}) as Waarden);
    const dubbel = gegeven.filter(([, waarde]) => typeof waarde !== 'string').map(([naam]) => naam);
    if (dubbel.length > 0)
      return weiger(
        dubbel.map((parameter) => ({ parameter, melding: EENMAAL })),
        namen,
      );
    const waarden = Object.fromEntries(
      gegeven.map(([naam, waarde]) => [naam, gelezen(schema.properties[naam], waarde)]),
    );
    if (toets(waarden)) return { kind: 'ok', waarden };
    return weiger(
      (toets.errors ?? []).map((fout) => parameterFout(fout, schema)),
      namen,
    );
  };
}

/** A text as the schema wants it: only what is written as a whole number or as true or false becomes one. */
function gelezen(schema: ApiSchema | undefined, waarde: unknown): unknown {
  const tekst = String(waarde);
  if (schema?.type === 'integer' && /^(?:0|[1-9]\d{0,14})$/.test(tekst)) return Number(tekst);
  if (schema?.type === 'boolean' && (tekst === 'true' || tekst === 'false')) return tekst === 'true';
  return tekst;
}

interface ParameterFout {
  readonly parameter: string;
  readonly melding: string;
}

const EENMAAL = 'Elke parameter mag één keer voorkomen.';
/** So much of a name that we do not know is repeated, and so many mistakes stand in the sentence. */
const NAAM_HOOGSTENS = 40;
const ZINNEN_HOOGSTENS = 5;

function weiger(fouten: readonly ParameterFout[], namen: readonly string[]): Parameters {
  const kent =
    namen.length === 0 ? 'Deze aanroep kent geen parameters.' : `Deze aanroep kent de parameters ${namen.join(', ')}.`;
  const zinnen = [...new Set(fouten.map((fout) => fout.melding))].slice(0, ZINNEN_HOOGSTENS);
  const detail = [...zinnen, kent].join(' ');
  return { kind: 'fout', antwoord: probleem('ongeldige-parameter', { detail, fouten, leden: { bekend: namen } }) };
}

/** The sentence for what ajv found; values are not repeated. */
function parameterFout({ keyword, params, instancePath }: ErrorObject, schema: ObjectSchema): ParameterFout {
  const p: Readonly<Record<string, unknown>> = params;
  if (keyword === 'additionalProperties') {
    const parameter = String(p.additionalProperty).slice(0, NAAM_HOOGSTENS);
    return { parameter, melding: `De parameter ${parameter} is onbekend.` };
  }
  const parameter = keyword === 'required' ? String(p.missingProperty) : instancePath.slice(1);
  const uitleg = `${parameter} is ${String(schema.properties[parameter]?.description ?? 'onjuist')}.`;
  return {
    parameter,
    melding: keyword === 'required' ? `De parameter ${parameter} ontbreekt: ${uitleg}` : `Onjuiste waarde: ${uitleg}`,
  };
}
