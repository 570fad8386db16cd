import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Via } from '../access/envelope.ts';
import type { PartyPrincipal } from '../access/principal.ts';

const PARTIJ = /^(?:\d{4}|\d{8})$/;

/**
 * The party that a client certificate names (its CN), on a line whose certificate was checked against an authority that the
 * server trusts for clients; null on any other line. Only `authorized` tells: what the certificate says of itself does not.
 */
export function partyOfCertificate(socket: Socket): string | null {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return null;
  const name: unknown = socket.getPeerCertificate().subject?.CN;
  return typeof name === 'string' && PARTIJ.test(name) ? name : null;
}

/** Who comes with a certificate in place of a key. */
export function certifiedPrincipal(party: string, via: Via): PartyPrincipal {
  return {
    kind: 'party',
    role: party.length === 8 ? 'aanbieder' : 'gemeente',
    parties: [party],
    ...{ via, keyId: 'certificaat', keyName: `certificaat ${party}`, readOnly: false },
  };
}
