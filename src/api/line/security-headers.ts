import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { TlsFiles } from '../../config/tls.ts';

/** A year, as browsers want it before they keep it. */
const HSTS_S = 31_536_000;

/**
 * What every answer of a call says for the safety of who shows it. Asked of helmet once, as they are the same for all: its
 * plugin for fastify makes them anew for each request, a fiftieth of what taking a small message costs.
 */
export function securityHeaders(tls: TlsFiles | null): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  } as unknown as ServerResponse;
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
    },
    // Over plain HTTP it would be ignored; behind a proxy the proxy says it.
    strictTransportSecurity: tls === null ? false : { maxAge: HSTS_S, includeSubDomains: false },
  })({} as IncomingMessage, answer, () => undefined);
  // Any answer may hold personal data, so no browser or proxy may cache it.
  return { ...headers, 'cache-control': 'no-store' };
}

/** The same for answers that no hook passes: of the port of the metrics, and of lines on which no HTTP came. */
export const BARE_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none';frame-ancestors 'none';sandbox",
} as const;
