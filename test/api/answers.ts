import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { bestaandeDatum, dagOfMoment } from '../../src/agreements/datum-vorm.ts';
import { apiDocument } from '../../src/api/openapi/served.ts';

interface Media {
  readonly schema: object;
}
interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

/** As it goes over the line. */
export const DOCUMENT = JSON.parse(JSON.stringify(apiDocument())) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
};

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const OTHER_WORDS = ['components'];

/**
 * Schemas of the document, compiled. Closed: a field that no schema names is a mistake here, though readers of the document
 * must expect more fields in later versions.
 */
export class DocumentSchemas {
  readonly #ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
    formats: { date: bestaandeDatum, 'date-time': MOMENT, 'dag-of-moment': dagOfMoment },
  });
  readonly #compiled = new Map<object, ValidateFunction>();

  constructor() {
    this.#ajv.addVocabulary(OTHER_WORDS);
    this.#ajv.addSchema({ $id: 'https://api.example/openapi.json', components: closed(DOCUMENT.components) });
  }

  /** Mistakes of a value by a schema that stands in the document; none when it fits. */
  mistakes(schema: object, value: unknown): readonly string[] {
    let check = this.#compiled.get(schema);
    if (check === undefined) {
      check = this.#ajv.compile(absolute(closed(schema)) as object);
      this.#compiled.set(schema, check);
    }
    if (check(value)) return [];
    return (check.errors ?? []).map((e) => `${e.instancePath} ${e.keyword}: ${e.message} ${JSON.stringify(e.params)}`);
  }
}

/** Objects that name their properties have those only; of an `allOf` the parts say so. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closed(value)]));
  const names = copy.properties !== undefined && copy.type === 'object' && copy.additionalProperties === undefined;
  return names ? { ...copy, additionalProperties: false } : copy;
}

function absolute(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(absolute);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      name === '$ref' ? `https://api.example/openapi.json${String(value)}` : absolute(value),
    ]),
  );
}

const schemas = new DocumentSchemas();
const paths = Object.entries(DOCUMENT.paths).map(([path, operations]) => {
  return { shape: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), operations, fixed: !path.includes('{') };
});

/** What is wrong with an answer by the document: a status that it does not have, another media type, another shape. */
export function answerMistakes(answer: {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}): readonly string[] {
  const { method, path, status, type, text } = answer;
  const found = paths.filter(({ shape }) => shape.test(path.split('?')[0] ?? ''));
  const operation = (found.find(({ fixed }) => fixed) ?? found[0])?.operations[method.toLowerCase()];
  // No call of the API: a page, or an address where nothing is.
  if (operation === undefined) return [];
  const where = `${method} ${path} ${status}`;
  const response = operation.responses[String(status)];
  if (response === undefined) return [`${where}: this status does not stand in the document: ${text.slice(0, 200)}`];
  if (text === '') return response.content === undefined ? [] : [`${where}: no content`];
  const media = response.content?.[(type ?? '').split(';')[0] ?? ''];
  if (media === undefined) return [`${where}: ${type} does not stand in the document`];
  if (!(type ?? '').includes('json')) return [];
  return schemas.mistakes(media.schema, JSON.parse(text)).map((mistake) => `${where}: ${mistake}`);
}
