/**
 * Ajv on the model: whether an object that is to be written is a valid message. The schemas hold every facet of the XSD,
 * so both give the same verdict (inbound XML, judged by the XSD already, is not checked a second time).
 */
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { integerValue, isDate, isInteger, isTime } from './lexical.ts';
import type { BerichtType, Release } from './message-types.ts';
import { jsonSchema, type XsBasis } from './schema-files.ts';

/** Where a message departs from its schema. Never holds a value. */
export interface AjvFout {
  /** JSON pointer within `Bericht`: `/Client/AangevraagdeProducten/AangevraagdProduct/0/Omvang`. */
  readonly pad: string;
  /** The JSON Schema keyword that was not met; `required` points at the element that is missing. */
  readonly sleutelwoord: string;
}

const LEXICAL: Readonly<Record<XsBasis, (text: string) => boolean>> = {
  string: () => true,
  integer: isInteger,
  date: isDate,
  time: isTime,
};

/** Ajv that knows the keywords of the model (`x-…`). */
export function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  ajv.addVocabulary(['x-namespace', 'x-order', 'x-persoonlijk', 'x-klasse']);
  ajv.addKeyword({
    keyword: 'x-xs',
    type: 'string',
    schemaType: 'string',
    compile: (basis: XsBasis) => LEXICAL[basis],
  });
  // What is no integer has its fault from x-xs already.
  ajv.addKeyword({
    keyword: 'x-minInclusive',
    type: 'string',
    schemaType: 'number',
    compile: (bound: number) => (text: string) => !isInteger(text) || integerValue(text) >= bound,
  });
  ajv.addKeyword({
    keyword: 'x-maxInclusive',
    type: 'string',
    schemaType: 'number',
    compile: (bound: number) => (text: string) => !isInteger(text) || integerValue(text) <= bound,
  });
  return ajv;
}

const validators = new Map<string, ValidateFunction>();
const ajvs = new Map<Release, Ajv2020>();

function ajvOf(release: Release): Ajv2020 {
  const known = ajvs.get(release);
  if (known !== undefined) return known;
  const ajv = newAjv();
  ajv.addSchema(jsonSchema(release, 'basis'));
  ajvs.set(release, ajv);
  return ajv;
}

function validatorOf(release: Release, type: BerichtType): ValidateFunction {
  const key = `${release} ${type}`;
  const known = validators.get(key);
  if (known !== undefined) return known;
  const validator = ajvOf(release).compile(jsonSchema(release, type));
  validators.set(key, validator);
  return validator;
}

function foutVan(error: ErrorObject): AjvFout {
  const missing: unknown = error.params.missingProperty;
  const pad = typeof missing === 'string' ? `${error.instancePath}/${missing}` : error.instancePath;
  return { pad, sleutelwoord: error.keyword };
}

/** Compiles what `validateInhoud` asks at first use, for whoever has time before then (a tenth of a second). */
export function prepareValidation(release: Release, type: BerichtType): void {
  validatorOf(release, type);
}

/**
 * Every departure from its schema of what stands within `Bericht` (the reader's shape, src/xml/tree.ts); empty when it is
 * valid. Compiled at first use and kept.
 */
export function validateInhoud(release: Release, type: BerichtType, inhoud: unknown): readonly AjvFout[] {
  const validator = validatorOf(release, type);
  return validator(inhoud) ? [] : (validator.errors ?? []).map(foutVan);
}
