import type { DeliveryOutcome } from '../outbox/delivery-outcome.ts';

/** What codes of node mean; each tells of the line and of nobody. */
const CODES: readonly (readonly [RegExp, string])[] = [
  [/^PRIVATE_TARGET$/, 'prive-adres'],
  [/^(PostTimeout|ETIMEDOUT|ABORT_ERR)$/, 'geen-antwoord'],
  [/^ECONNREFUSED$/, 'verbinding-geweigerd'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'naam-onbekend'],
  [/^(ECONNRESET|EPIPE)$/, 'verbinding-verbroken'],
  [/^(EHOSTUNREACH|ENETUNREACH)$/, 'niet-bereikbaar'],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|^EPROTO$/, 'tls'],
];

/** What became of an attempt for which no answer came. */
export function lineFault(fout: unknown): DeliveryOutcome {
  const code = fout instanceof Error && 'code' in fout && typeof fout.code === 'string' ? fout.code : '';
  const known = CODES.find(([codes]) => codes.test(code))?.[1];
  return { kind: 'failed', class: 'ambiguous', code: known ?? 'verbinding' };
}
