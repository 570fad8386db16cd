import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import { invoerToets } from '../invoer.ts';
import { probleem } from '../problems.ts';
import type { ApiReply } from '../reply.ts';
import type { CallSchema } from '../schemas/call.ts';
import { type ApiSchema, type ObjectSchema, takes } from '../schemas/json-schema.ts';
import { parameterToets } from './parameters.ts';

/** What a call does not take, with the problem that says so. */
export class InvoerFout extends Error {
  readonly antwoord: ApiReply;
  constructor(antwoord: ApiReply) {
    super('refused by the schema of the call');
    this.antwoord = antwoord;
  }
}

/** The parts of a call that are checked before its handler runs; fastify writes no answers by a schema, it changes them. */
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
  if (httpPart === 'body') return geweigerdOf(invoerToets(schema));
  const toets = parameterToets(schema as ObjectSchema);
  if (httpPart === 'querystring') return geweigerdOf(toets);
  // An address that cannot be is like one where nothing is.
  return (params: unknown) => toets(params).kind === 'ok' || { error: new InvoerFout(probleem('niet-gevonden')) };
};

function geweigerdOf(toets: (deel: unknown) => { kind: 'ok' } | { kind: 'fout'; antwoord: ApiReply }) {
  return (deel: unknown) => {
    const gelezen = toets(deel);
    return gelezen.kind === 'ok' || { error: new InvoerFout(gelezen.antwoord) };
  };
}
