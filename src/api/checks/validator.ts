import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import { probleem } from '../problems.ts';
import type { ApiReply } from '../reply.ts';
import type { CallSchema } from '../schemas/call.ts';
import { type ApiSchema, type ObjectSchema, takes } from '../schemas/json-schema.ts';
import { invoerToets } from './invoer.ts';
import { parameterToets } from './parameters.ts';

/** What a call does not take, with the problem that says so. */
export class InvoerFout extends Error {
  readonly antwoord: ApiReply;
  constructor(antwoord: ApiReply) {
    super('refused by the schema of the call');
    this.antwoord = antwoord;
  }
}

/** The parts of a call that are checked before its handler runs; fastify writes no answers by a schema, for it changes values (docs/decisions/api-by-schema.md). */
export function getoetst({ params, query, body }: CallSchema) {
  return {
    querystring: query ?? GEEN,
    ...(params === undefined ? {} : { params }),
    ...(body === undefined ? {} : { body }),
  };
}

/**
 * Checks by the schemas of the routes, in our own words. A route that says nothing of parameters takes none: whoever adds one
 * must name what it takes.
 */
export function toetsInvoer(app: FastifyInstance): void {
  app.setValidatorCompiler(compileer);
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, querystring: route.schema?.querystring ?? GEEN };
  });
}

const GEEN = takes({});

const compileer: FastifySchemaCompiler<ApiSchema> = ({ schema, httpPart }) => {
  if (httpPart === 'body') {
    const toets = invoerToets(schema);
    return (body: unknown) => {
      const invoer = toets(body);
      return invoer.kind === 'ok' || { error: new InvoerFout(invoer.antwoord) };
    };
  }
  const toets = parameterToets(schema as ObjectSchema);
  return (deel: unknown) => {
    const gelezen = toets(deel);
    if (gelezen.kind === 'ok') return { value: gelezen.waarden };
    // An address that cannot be is like one where nothing is.
    return { error: new InvoerFout(httpPart === 'params' ? probleem('niet-gevonden') : gelezen.antwoord) };
  };
};
