import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probleemCodes } from '../../src/api/problems.ts';
import { API_ROUTES, GEZONDHEID_ROUTES } from '../../src/api/routes.ts';
import { answerMistakes, DOCUMENT, DocumentSchemas } from './answers.ts';
import { Opstelling } from './opstelling.ts';

let o: Opstelling;
beforeAll(async () => {
  o = await Opstelling.maak();
});
afterAll(() => o.app.close());

interface Example {
  readonly schema: object;
  readonly example?: unknown;
}
interface Op {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly parameters: readonly (Example & {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
  })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Example>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Example>> }>>;
}
const operations = Object.entries(DOCUMENT.paths).flatMap(([path, byMethod]) =>
  Object.entries(byMethod).map(([method, op]) => [`${method.toUpperCase()} ${path}`, op as unknown as Op] as const),
);

describe('openapi.json', () => {
  it('is a valid OpenAPI 3.1 document, and so would be told if it were not', async () => {
    const valid = await new Validator().validate(structuredClone(DOCUMENT));
    expect([valid.valid, valid.errors]).toEqual([true, undefined]);
    const broken = await new Validator().validate({
      ...structuredClone(DOCUMENT),
      paths: { '/x': { get: { responses: 1 } } },
    });
    expect(broken.valid).toBe(false);
  });

  it('is given to everybody, as it is made', async () => {
    const answer = await o.app.inject('/api/v1/openapi.json');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(answer.json()).toEqual(DOCUMENT);
  });

  it('has every call of the tables and no other', () => {
    const tables = [
      ...API_ROUTES.map(({ method, pad }) => `${method} ${pad}`),
      ...GEZONDHEID_ROUTES.map(({ pad }) => `GET ${pad}`),
      'GET /api/v1/openapi.json',
    ].map((name) => name.replace(/:(\w+)/g, '{$1}'));
    expect(operations.map(([name]) => name).toSorted()).toEqual(tables.toSorted());
    expect(new Set(operations.map(([, op]) => op.operationId)).size).toBe(operations.length);
  });

  it('has every problem of the catalogue', () => {
    const named = JSON.stringify(DOCUMENT.paths).matchAll(/#\/components\/examples\/([A-Za-z0-9-]+)/g);
    const told = new Set([...named].map(([, code]) => code));
    expect(probleemCodes().filter((code) => !told.has(code))).toEqual([]);
  });

  it('points at nothing that is not there', () => {
    const refs = [...JSON.stringify(DOCUMENT).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) =>
      path.split('/'),
    );
    const lookup = (path: readonly string[]) =>
      path.reduce((part: unknown, name) => (part as Readonly<Record<string, unknown>> | undefined)?.[name], DOCUMENT);
    expect(refs.filter((path) => lookup(path) === undefined)).toEqual([]);
    expect(refs.length).toBeGreaterThan(100);
  });

  describe.each(operations)('%s', (_name, op) => {
    const schemas = new DocumentSchemas();

    it('says what it does, and who may', () => {
      expect(op.summary).toMatch(/^[A-Z].+\.$/);
      expect(Array.isArray(op.security)).toBe(true);
    });

    it('has examples that fit', () => {
      const answers = Object.values(op.responses).flatMap(({ content = {} }) => Object.entries(content));
      const bodies = Object.entries(op.requestBody?.content ?? {});
      expect(bodies.filter(([, { example }]) => example === undefined)).toEqual([]);
      for (const [type, { schema, example }] of [...answers, ...bodies])
        if (type === 'application/json') expect([example, schemas.mistakes(schema, example)]).toEqual([example, []]);
      for (const { name, in: where, required, schema, example } of op.parameters) {
        if (required || where === 'path') expect([name, example]).not.toEqual([name, undefined]);
        if (example !== undefined) expect([name, schemas.mistakes(schema, example)]).toEqual([name, []]);
      }
    });
  });
});

describe('the check of answers', () => {
  const answer = { method: 'GET', path: '/api/v1/sleutels', status: 200, type: 'application/json' };
  const key = {
    id: '1',
    naam: 'x',
    rol: 'beheerder',
    partij: null,
    partijen: null,
    regios: null,
    alleenLezen: false,
    geldigTot: null,
    gemaaktOp: '2026-01-01T00:00:00.000Z',
    laatstGebruiktOp: null,
    staart: null,
    beeindigdOp: null,
  };
  const told = (body: unknown, anders = {}) => answerMistakes({ ...answer, text: JSON.stringify(body), ...anders });

  it('takes what the document says', () => {
    expect(told({ sleutels: [key] })).toEqual([]);
    expect(told({}, { path: '/nergens' })).toEqual([]);
  });

  it.each([
    ['a field that no schema names', { sleutels: [{ ...key, hash: 'x' }] }, {}],
    ['a field that is not there', { sleutels: [{ ...key, naam: undefined }] }, {}],
    ['a value that is none', { sleutels: [{ ...key, rol: 'koning' }] }, {}],
    ['another status', {}, { status: 418 }],
    ['another media type', { sleutels: [] }, { type: 'text/html' }],
    ['a problem that this call does not have', { code: 'geen-ijw' }, { status: 401, type: 'application/problem+json' }],
  ])('tells of %s', (_what, body, anders) => {
    expect(told(body, anders)).not.toEqual([]);
  });
});
