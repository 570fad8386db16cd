import type { IncomingMessage } from 'node:http';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { foutVelden } from '../../log/fout.ts';
import type { Logger } from '../../log/logger.ts';
import type { GelezenEnvelop, StufAntwoord } from '../../xml/stuf/envelope.ts';
import { NIETS_HERKEND } from '../../xml/stuf/stuurgegevens.ts';
import { schrijfAntwoord } from '../../xml/stuf/write-envelope.ts';
import { storing, weigering } from './answer.ts';
import type { StufInbox } from './inbox.ts';
import { readBody } from './read-body.ts';
import { PAD, SCHEMA_PAD, schemaFile, wsdl } from './wsdl.ts';

export interface StufRouteDeps {
  readonly inbox: StufInbox;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** SOAP 1.1 over HTTP: the endpoint of the koppelvlak, its WSDL and the schemas that this imports. */
export function stufRoutes({ inbox, now, logger }: StufRouteDeps): FastifyPluginAsync {
  return async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(['text/xml'], (_request: unknown, stream: IncomingMessage) => readBody(stream));
    scope.post(PAD, { config: { action: 'message.send', aanmelden: 'partij' } }, async (request, reply) => {
      const { principal } = request;
      const read = (request.body ?? null) as GelezenEnvelop | null;
      if (read === null) {
        reply.header('connection', 'close');
        return send(reply, weigering(NIETS_HERKEND, 'grootte', 'De envelop is groter dan 25 MB.', now()));
      }
      if (principal?.kind !== 'party') throw new Error('an envelope came without a party');
      try {
        return send(reply, await inbox.answer(principal, read));
      } catch (fout) {
        logger.error('an envelope could not be taken', foutVelden(fout));
        reply.header('retry-after', '5');
        return send(reply, storing(toWhom(read), now()));
      }
    });
    scope.get(PAD, { config: { action: 'openbaar' }, schema: { querystring: ASKS_WSDL } }, async (request, reply) => {
      if (Object.keys(request.query as object).length === 0) return reply.callNotFound();
      return xml(reply, wsdl(originOf(request)));
    });
    scope.get(`${SCHEMA_PAD}/*`, { config: { action: 'openbaar' } }, async (request, reply) => {
      const file = schemaFile((request.params as { readonly '*': string })['*']);
      return file === undefined ? reply.callNotFound() : xml(reply, Buffer.from(file));
    });
  };
}

/** `?wsdl`, as every SOAP client asks. */
const ASKS_WSDL = {
  type: 'object',
  properties: { wsdl: { type: 'string' }, WSDL: { type: 'string' } },
  additionalProperties: false,
} as const;

function toWhom(read: GelezenEnvelop) {
  if (read.kind === 'onjuist') return read;
  return read.kind === 'envelop' ? read.envelop : read.antwoord;
}

/** A SOAP Fault is a 500, also when the sender is to blame. */
function send(reply: FastifyReply, antwoord: StufAntwoord): FastifyReply {
  reply.code(antwoord.soort === 'Fo03' ? 500 : 200);
  return xml(reply, Buffer.from(schrijfAntwoord(antwoord)));
}

function xml(reply: FastifyReply, body: Buffer | string): FastifyReply {
  return reply.header('content-type', 'text/xml; charset=utf-8').send(body);
}

/** As the caller wrote it; what is no host stands nowhere. */
function originOf({ protocol, headers }: FastifyRequest): string {
  const { host = '' } = headers;
  return /^[\w.:[\]-]{1,255}$/.test(host) ? `${protocol}://${host}` : '';
}
