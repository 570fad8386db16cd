import type { FastifyRequest } from 'fastify';

/** A browser sends a cookie, password or certificate along by itself, so a page of another site may not make it change anything. */
export function fromElsewhere({ method, headers }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  return headers.origin !== undefined && headers.origin.replace(/^https?:\/\//, '') !== headers.host;
}
