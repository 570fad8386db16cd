import { constants } from 'node:crypto';
import type { TlsFiles } from '../../config/tls.ts';

/** Headers must be in within this time, and it is looked this often (ms). */
const KOP_MS = 10_000;
const KIJK_MS = 2_000;
/** A line on which no TLS comes about is closed after so long (ms). */
const HANDSHAKE_MS = 10_000;

const HTTP = {
  headersTimeout: KOP_MS,
  connectionsCheckingInterval: KIJK_MS,
  // Off, because node would answer a request without Host itself, with an empty 400 in place of a problem.
  requireHostHeader: false,
};

/**
 * Plain HTTP, or TLS of our own. A client need not show a certificate, for it may have a key; one that it shows is looked at
 * per call (certificate.ts), so that a refusal is a sentence and not a line that breaks.
 */
export function lineOptions(tls: TlsFiles | null): object {
  if (tls === null) return { http: HTTP };
  const { cert, key, ca } = tls;
  const https = {
    ...{ ...HTTP, cert, key, minVersion: 'TLSv1.2', handshakeTimeout: HANDSHAKE_MS },
    // Without tickets every line is a handshake of its own, in which the certificate is judged anew.
    ...(ca === null
      ? {}
      : { ca, requestCert: true, rejectUnauthorized: false, secureOptions: constants.SSL_OP_NO_TICKET }),
  };
  return { https };
}
