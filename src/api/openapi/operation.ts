import { rolesFor } from '../../access/actions.ts';
import type { HeaderName, ReplySchema } from '../schemas/call.ts';
import type { ObjectSchema } from '../schemas/json-schema.ts';
import type { Route } from '../vraag.ts';
import { probleemAntwoorden, problemenVan } from './problems.ts';
import type { ApiContent, ApiOperation, ApiParameter, ApiResponse } from './shape.ts';

/** A row of one of the tables of routes, as far as the document tells of it. */
export type Described = Pick<Route, 'method' | 'pad' | 'schema' | 'zwaarte'> & {
  readonly action: Route['action'] | 'openbaar';
  /** Without a key from the machine itself. */
  readonly hierOpenbaar?: boolean;
  readonly body?: Route['body'];
};

/** One call as an operation of the document. */
export function operation(route: Described): ApiOperation {
  const { method, pad, action, hierOpenbaar = false, schema } = route;
  const rollen = action === 'openbaar' ? [] : rolesFor(action);
  const sleutel = action !== 'openbaar';
  const codes = problemenVan({ ...route, sleutel });
  const problems = probleemAntwoorden(codes);
  // A status of its own that is no problem too (503 of /ready) says both.
  const own = Object.fromEntries(
    Object.entries(schema.replies).map(([status, reply]) => [status, joined(replyOf(reply), problems[status])]),
  );
  return {
    operationId: nameOf(method, pad),
    tags: [/^\/api\/v1\/([a-z]+)/.exec(pad)?.[1] ?? 'proces'],
    summary: schema.summary,
    ...(sleutel ? { description: `Voor: ${rollen.join(', ')}.`, 'x-rollen': rollen } : {}),
    security: sleutel ? [{ sleutel: [] }, ...(hierOpenbaar ? [{}] : [])] : [],
    parameters: [
      ...parametersOf('path', schema.params, schema.example?.params),
      ...parametersOf('query', schema.query, schema.example?.query),
      ...(schema.headers ?? []).map((name) => HEADERS[name]),
    ],
    ...bodyOf(route),
    responses: { ...problems, ...own },
  };
}

/** `GET /api/v1/berichten/:id/xml` is getBerichtenIdXml. */
function nameOf(method: string, pad: string): string {
  const words = pad.replace(/^\/api\/v1/, '').match(/[a-z]+/g) ?? [];
  return method.toLowerCase() + words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

function parametersOf(where: 'path' | 'query', schema: ObjectSchema | undefined, example: object = {}): ApiParameter[] {
  const examples: Readonly<Record<string, unknown>> = { ...example };
  return Object.entries(schema?.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: schema?.required.includes(name) === true,
    description: String(description),
    schema: rest,
    ...(examples[name] === undefined ? {} : { example: examples[name] }),
  }));
}

const HEADERS: Readonly<Record<HeaderName, ApiParameter>> = {
  Prefer: {
    name: 'Prefer',
    in: 'header',
    description:
      'wait=N: ten hoogste N seconden wachten tot er iets te antwoorden is (RFC 7240); boven 60 telt als 60.',
    schema: { type: 'string' },
    example: 'wait=30',
  },
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Maakt opnieuw sturen veilig: hetzelfde verzoek met deze sleutel geeft de eerste uitkomst.',
    schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
    example: '6b0f5d1e-besluit-1',
  },
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    description:
      'De ETag van de afspraken waaruit deze zijn gemaakt: gelden er intussen andere, dan is het antwoord 412.',
    schema: { type: 'string' },
    example: '"4"',
  },
  'IJW-Reden': {
    name: 'IJW-Reden',
    in: 'header',
    description: 'Waarom dit wordt geopend: komt bij de vastlegging te staan (UTF-8, ten hoogste 500 tekens).',
    schema: { type: 'string' },
    example: 'Vraag van de aanbieder over regel 12',
  },
  'Last-Event-ID': {
    name: 'Last-Event-ID',
    in: 'header',
    description: 'Het id van de laatste gebeurtenis die al verwerkt is: de stroom gaat daarna verder.',
    schema: { type: 'string' },
    example: '48213-9021',
  },
};

function bodyOf({ body, schema }: Described): Pick<ApiOperation, 'requestBody'> {
  const { example } = schema;
  if (body === undefined || body === 'geen') return {};
  // By its media type alone: as text it would be a string to those who read the document, and it is bytes.
  if (body === 'xml' || body === 'bericht') {
    const xml = { schema: { contentMediaType: 'application/xml' }, example: example?.body };
    const zip = { schema: { contentMediaType: 'application/zip' }, example: 'PK…' };
    const content = { 'application/xml': xml, 'text/xml': xml, ...(body === 'bericht' && { 'application/zip': zip }) };
    return { requestBody: { required: true, content } };
  }
  const json = { schema: schema.body ?? schema.document ?? {}, example: example?.body };
  return { requestBody: { required: true, content: { 'application/json': json } } };
}

function replyOf({ description, schema, media = [], example }: ReplySchema): ApiResponse {
  const json = schema === undefined ? [] : [['application/json', { schema, example }]];
  const other = media.map((type) => [
    type,
    { schema: { contentMediaType: type }, ...(schema === undefined ? { example } : {}) },
  ]);
  const content = [...json, ...other];
  return { description, ...(content.length === 0 ? {} : { content: Object.fromEntries(content) as ApiContent }) };
}

function joined(reply: ApiResponse, problem: ApiResponse | undefined): ApiResponse {
  if (problem === undefined) return reply;
  const { description, content } = problem;
  return { description: `${reply.description} ${description}`, content: { ...reply.content, ...content } };
}
