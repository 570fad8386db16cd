import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type PartyPrincipal, principalOfCertificate } from '../../access/principal.ts';

/** What a client showed when the line was made. */
export type ShownCertificate =
  | { readonly kind: 'none' }
  /** Not signed by ours, over time, or of nobody: it counts for nothing. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'party'; readonly principal: PartyPrincipal; readonly until: Date };

/**
 * The party that a client's certificate names (its CN): mutual TLS in place of a key. Only what the TLS layer calls authorized
 * counts; why something is not, OpenSSL tells too vaguely to tell others.
 */
export function shownCertificate(socket: Socket, now: Date): ShownCertificate {
  if (!(socket instanceof TLSSocket)) return { kind: 'none' };
  const certificate = socket.getPeerCertificate();
  // Empty when none was shown, null when the line is gone.
  if (!certificate?.subject) return { kind: 'none' };
  const until = new Date(certificate.valid_to);
  const code: unknown = certificate.subject.CN;
  if (socket.authorized !== true || !(until > now) || typeof code !== 'string') return { kind: 'refused' };
  const principal = principalOfCertificate(code, certificate.fingerprint256);
  return principal === null ? { kind: 'refused' } : { kind: 'party', principal, until };
}
