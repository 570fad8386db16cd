import type { TlsFiles } from '../../config/tls.ts';

/** A year, as browsers want it before they keep it. */
const HSTS_S = 31_536_000;

/** What helmet adds to every answer of a call. */
export function helmetOptions(tls: TlsFiles | null) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] as string[] },
    },
    // Over plain HTTP it would be ignored; behind a proxy the proxy says it.
    strictTransportSecurity: tls === null ? (false as const) : { maxAge: HSTS_S, includeSubDomains: false },
  };
}

/** The same for answers that no hook passes: of the port of the metrics, and of lines on which no HTTP came. */
export const BARE_HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none';frame-ancestors 'none';sandbox",
} as const;
