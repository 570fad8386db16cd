import type { FastifyReply } from 'fastify';
import type { Antwoord } from './vraag.ts';

/** Puts a handler's answer on the wire. */
export function zend(reply: FastifyReply, antwoord: Antwoord): FastifyReply {
  reply.code(antwoord.status);
  for (const [naam, waarde] of Object.entries(antwoord.headers ?? {})) reply.header(naam, waarde);
  const { body } = antwoord;
  if (body === undefined) return reply.send();
  if (body instanceof Uint8Array) return reply.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  if (typeof body === 'string') return reply.send(body);
  if (!reply.hasHeader('content-type')) reply.header('content-type', 'application/json; charset=utf-8');
  return reply.send(Buffer.from(JSON.stringify(body)));
}
