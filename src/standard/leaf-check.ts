/** The verdict of the schema on one value, as a function: what ajv says of it (`test/standard/leaf-verdict.test.ts`), made for speed. */
import { integerValue, isDate, isInteger, isTime } from './lexical.ts';
import type { JsonSchema, XsBasis } from './schema-files.ts';

/** Whether a value fits; `text` as the reader hands it over: without surrounding blanks where XML Schema drops them. */
export type LeafCheck = (text: string) => boolean;

const LEXICAL: Readonly<Record<XsBasis, LeafCheck | null>> = {
  string: null,
  integer: isInteger,
  date: isDate,
  time: isTime,
};

/** All facets of a type that narrows another: `schemas` holds both. Throws on a keyword that it does not know. */
export function leafCheck(schemas: readonly JsonSchema[]): LeafCheck {
  const checks = schemas.flatMap((schema) =>
    Object.entries(schema).flatMap(([keyword, value]) => facet(keyword, value) ?? []),
  );
  const [first, second] = checks;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return checks.length === 2 ? (text) => first(text) && second(text) : (text) => checks.every((check) => check(text));
}

/** Null for a keyword that says nothing of the value. */
function facet(keyword: string, value: unknown): LeafCheck | null {
  switch (keyword) {
    case 'x-xs':
      return LEXICAL[value as XsBasis];
    case 'pattern': {
      const pattern = new RegExp(value as string, 'u');
      return (text) => pattern.test(text);
    }
    case 'enum': {
      const values: ReadonlySet<string> = new Set(value as string[]);
      return (text) => values.has(text);
    }
    case 'minLength':
      return (text) => text.length >= (value as number) && length(text) >= (value as number);
    case 'maxLength':
      return (text) => text.length <= (value as number) || length(text) <= (value as number);
    case 'x-minInclusive':
      return (text) => isInteger(text) && integerValue(text) >= (value as number);
    case 'x-maxInclusive':
      return (text) => isInteger(text) && integerValue(text) <= (value as number);
    case '$ref':
    case 'type':
    case 'description':
    case 'title':
    case '$comment':
    case 'x-persoonlijk':
    case 'x-klasse':
      return null;
    default:
      throw new Error(`no check for the keyword ${keyword}`);
  }
}

/** In characters as XML counts them. */
function length(text: string): number {
  let pairs = 0;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xd800) pairs++;
  return text.length - pairs;
}
