/**
 * Ajv and libxml2 give one verdict on every simple type of both releases: on values made for the type, on values that
 * nearly are, and on noise.
 */
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, test } from 'vitest';
import { collapse } from '../../src/standard/lexical.ts';
import { RELEASES, type Release } from '../../src/standard/message-types.ts';
import { type JsonSchema, jsonSchema, xsdFiles } from '../../src/standard/schema-files.ts';
import { newAjv } from '../../src/standard/validate.ts';

type Judge = (value: string) => boolean;

/** The basisschema with a global element per simple type, so that a type can be tried alone. */
function libxmlJudges(release: Release, types: readonly string[]): (type: string) => Judge {
  const basis = new TextDecoder().decode(xsdFiles(release).get('basisschema.xsd'));
  const elements = types.map((type) => `<xs:element name="${type}" type="basis:${type}"/>`).join('');
  const validator = XsdValidator.fromDoc(
    XmlDocument.fromString(basis.replace('</xs:schema>', `${elements}</xs:schema>`)),
  );
  const namespace = jsonSchema(release, 'basis')['x-namespace'];
  return (type) => (value) => {
    const references = [...value].map((character) => `&#${character.codePointAt(0)};`).join('');
    using document = XmlDocument.fromString(`<${type} xmlns="${namespace}">${references}</${type}>`);
    try {
      validator.validate(document);
      return true;
    } catch {
      return false;
    }
  };
}

/** Ajv on what the reader would make of the value. */
function ajvJudges(release: Release): (type: string, schema: JsonSchema) => Judge {
  const ajv = newAjv();
  const basis = jsonSchema(release, 'basis');
  ajv.addSchema(basis);
  return (type, schema) => {
    const validate = ajv.compile({ $ref: `${basis.$id}#/$defs/${type}` });
    const read = schema['x-xs'] === 'string' ? (value: string) => value : collapse;
    return (value) => validate(read(value)) === true;
  };
}

const BLANK = fc.constantFrom('', '', ' ', '\n', '\t \r', '\u00a0');

const DIGITS = fc.string({ unit: fc.constantFrom(...'0012359'), maxLength: 13 });
const INTEGERS = fc.tuple(BLANK, fc.constantFrom('', '', '+', '-', '+-'), DIGITS, BLANK).map((parts) => parts.join(''));

const YEARS = fc.constantFrom(
  '2024',
  '2023',
  '1900',
  '2000',
  '0000',
  '-0004',
  '-0000',
  '12024',
  '02024',
  '999',
  '9'.repeat(12),
);
const TWO = (...usual: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.nat(99).map((n) => String(n).padStart(2, '0')) },
  );
const ZONE = fc.constantFrom('', '', '', 'Z', '+01:00', '-14:00', '-05', ':');
const DATES = fc
  .tuple(
    BLANK,
    YEARS,
    fc.constant('-'),
    TWO('01', '02', '04', '12', '13', '00'),
    fc.constant('-'),
    TWO('01', '28', '29', '30', '31'),
    ZONE,
    BLANK,
  )
  .map((parts) => parts.join(''));

const FRACTION = fc.oneof(
  fc.constant(''),
  fc.string({ unit: fc.constantFrom(...'0159'), maxLength: 25 }).map((digits) => `.${digits}`),
  fc.nat(30).map((n) => `.${'9'.repeat(n)}`),
);
const TIMES = fc
  .tuple(
    BLANK,
    TWO('00', '12', '23', '24', '25'),
    fc.constant(':'),
    TWO('00', '59', '60'),
    fc.constant(':'),
    TWO('00', '59', '60'),
    FRACTION,
    ZONE,
    BLANK,
  )
  .map((parts) => parts.join(''));

/** Characters that XML can carry, with those that the patterns and the counting of lengths tell apart. */
const CHARACTER = fc.oneof(
  fc.constantFrom(
    ' ',
    '\t',
    '\n',
    '\r',
    '.',
    '-',
    '0',
    '9',
    'a',
    'Z',
    'B',
    'À',
    'ỳ',
    'Ỵ',
    '\u00a0',
    '\u0085',
    '\u2028',
    '٣',
    '😀',
  ),
  fc.integer({ min: 0x20, max: 0xd7ff }).map((code) => String.fromCodePoint(code)),
);
const NOISE = fc.string({ unit: CHARACTER, maxLength: 12 });

/** Around the length that the type allows, in characters of one and of two UTF-16 units. */
function ofLength(maxLength: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('a', 'é', '7', '😀'), fc.integer({ min: -1, max: 1 }))
    .map(([character, more]) => character.repeat(Math.max(0, maxLength + more)));
}

function stringsFor(schema: JsonSchema): fc.Arbitrary<string> {
  const sources = [NOISE, DIGITS, ofLength(schema.maxLength ?? 9)];
  if (schema.enum !== undefined) {
    const member = fc.constantFrom(...schema.enum);
    sources.push(
      member,
      fc.tuple(BLANK, member, BLANK).map((parts) => parts.join('')),
    );
  }
  const version = fc.tuple(DIGITS, DIGITS, DIGITS).map((parts) => parts.join('.'));
  const btw = fc.tuple(fc.constantFrom('NL', 'nl'), DIGITS, fc.constant('B'), DIGITS).map((parts) => parts.join(''));
  return fc.oneof(...sources, version, btw);
}

function valuesFor(schema: JsonSchema): fc.Arbitrary<string> {
  switch (schema['x-xs']) {
    case 'integer':
      return fc.oneof(INTEGERS, NOISE);
    case 'date':
      return fc.oneof(DATES, NOISE);
    case 'time':
      return fc.oneof(TIMES, NOISE);
    default:
      return stringsFor(schema);
  }
}

describe.each(RELEASES)('release %s: ajv and libxml2 agree on', (release) => {
  const types = Object.entries(jsonSchema(release, 'basis').$defs ?? {}).filter(([, s]) => s['x-xs'] !== undefined);
  const libxml = libxmlJudges(
    release,
    types.map(([type]) => type),
  );
  const ajv = ajvJudges(release);

  test.each(types)('%s', (type, schema) => {
    const [byLibxml, byAjv] = [libxml(type), ajv(type, schema)];
    const numRuns = schema['x-xs'] === 'string' ? 150 : 1500;
    fc.assert(
      fc.property(valuesFor(schema), (value) => byAjv(value) === byLibxml(value)),
      { numRuns },
    );
  });
});
