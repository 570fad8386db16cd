import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { BARE_HEADERS } from './line/security-headers.ts';
import { type ProbleemCode, probleem } from './problems.ts';
import { zend } from './zend.ts';

/**
 * Errors that come before any route: an address that cannot be decoded, a request that node cannot parse or that does
 * not come in in time. They leave as problems like all others.
 */

/** Fastify's `frameworkErrors`: no hook has run here, so what hooks would have added is added by hand. */
export function kaderFout(fout: FastifyError, _verzoek: FastifyRequest, antwoord: FastifyReply): void {
  const code = fout.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'adres-te-lang' : 'ongeldig-adres';
  zend(antwoord, probleem(code, { headers: KOPPEN }));
}

/** Fastify's `clientErrorHandler`: there is no request, only the socket on which one could not be parsed. */
export function lijnFout(fout: Error & { readonly code?: string }, lijn: Socket): void {
  if (fout.code === 'ECONNRESET' || lijn.destroyed) return;
  if (lijn.writable && !begonnen(lijn)) lijn.write(rauw(BIJ_CODE[fout.code ?? ''] ?? 'ongeldig-verzoek'));
  lijn.destroySoon();
}

const BIJ_CODE: Readonly<Record<string, ProbleemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'te-traag',
  HPE_HEADER_OVERFLOW: 'kop-te-groot',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'te-groot',
};

const KOPPEN = { ...BARE_HEADERS, connection: 'close' };

/** Whether an answer was already begun on this socket; a second one in the middle of it would be read as its body. */
function begonnen(lijn: Socket): boolean {
  const { _httpMessage: bezig } = lijn as Socket & { _httpMessage?: { readonly headersSent: boolean } | null };
  return bezig?.headersSent === true;
}

/** A whole HTTP answer, for where no framework writes it. */
function rauw(code: ProbleemCode): string {
  const { status, headers, body } = probleem(code, { headers: KOPPEN });
  const tekst = JSON.stringify(body);
  const koppen = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(tekst)) });
  return `HTTP/1.1 ${status} ${REDENEN[status] ?? 'Bad Request'}\r\n${koppen.map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n${tekst}`;
}

const REDENEN: Readonly<Record<number, string>> = {
  408: 'Request Timeout',
  413: 'Payload Too Large',
  431: 'Request Header Fields Too Large',
};
