import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiReply } from './reply.ts';

/** Puts a handler's answer on the wire. */
export function zend(reply: FastifyReply, antwoord: ApiReply): FastifyReply {
  reply.code(antwoord.status);
  for (const [naam, waarde] of Object.entries(antwoord.headers ?? {})) reply.header(naam, waarde);
  const { body } = antwoord;
  if (body === undefined) return reply.send();
  if (body instanceof Uint8Array) return reply.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  if (typeof body === 'string' || body instanceof Readable) return reply.send(body);
  const json = JSON.stringify(body);
  // As bytes: Fastify adds a charset to the type of a text that names none, which `application/problem+json` does not have.
  if (reply.hasHeader('content-type')) return reply.send(Buffer.from(json));
  // As text: with its headers it goes to the socket in one piece.
  return reply.header('content-type', 'application/json; charset=utf-8').send(json);
}

/** Above this size (bytes) an unread body is not read for the sake of keep-alive. */
const LANG = 1024 * 1024;

/** For an answer to a call whose body was not read: the connection of a large one is closed instead of drained. */
export function verlaatInhoud(verzoek: FastifyRequest, antwoord: FastifyReply): void {
  if (Number(verzoek.headers['content-length'] ?? 0) > LANG || verzoek.headers['transfer-encoding'] !== undefined)
    antwoord.header('connection', 'close');
}
