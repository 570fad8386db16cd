import type { Via } from './envelope.ts';
import type { Rol, Sleutel } from './keys/contract.ts';

interface Keyed {
  readonly via: Via;
  /** Id and name of the key, for the audit and the log. */
  readonly keyId: string;
  readonly keyName: string;
  /** Looks; does not send, decide, confirm or change. */
  readonly readOnly: boolean;
}

/** Speaks for one party, or for several of one kind (a back office of several gemeenten, a servicebureau). */
export interface PartyPrincipal extends Keyed {
  readonly kind: 'party';
  readonly role: 'aanbieder' | 'gemeente';
  /** Codes; one at least. */
  readonly parties: readonly string[];
}

export interface StaffPrincipal extends Keyed {
  readonly kind: 'staff';
  readonly role: 'operator' | 'beheerder';
  /** Of an operator; a beheerder has them all. */
  readonly regions: readonly string[];
}

/** The gateway itself: metrics, a start. */
export interface SystemPrincipal {
  readonly kind: 'system';
  readonly name: string;
}

/** Who asks something of the gateway, whatever way it comes. */
export type Principal = PartyPrincipal | StaffPrincipal | SystemPrincipal;

export function principalOf(sleutel: Sleutel, via: Via): PartyPrincipal | StaffPrincipal {
  const { id: keyId, naam: keyName, rol: role, alleenLezen: readOnly } = sleutel;
  if (role === 'operator' || role === 'beheerder') {
    return { kind: 'staff', role, regions: sleutel.regios ?? [], via, keyId, keyName, readOnly };
  }
  return { kind: 'party', role, parties: partiesOfKey(sleutel), via, keyId, keyName, readOnly };
}

const PARTY_CODE = /^(?:\d{4}|\d{8})$/;
/** So much of the fingerprint tells one certificate of a party from the next. */
const FINGERPRINT = 16;

/** The party whose code a client certificate bears, with the rights of that party's own key; null when it is no code. */
export function principalOfCertificate(code: string, fingerprint: string): PartyPrincipal | null {
  if (!PARTY_CODE.test(code)) return null;
  const keyId = `certificaat-${fingerprint.replaceAll(':', '').slice(0, FINGERPRINT).toLowerCase()}`;
  const who = { keyId, keyName: `certificaat van ${code}`, readOnly: false, via: 'http' } as const;
  return { kind: 'party', role: code.length === 4 ? 'gemeente' : 'aanbieder', parties: [code], ...who };
}

function partiesOfKey({ partij, partijen }: Sleutel): readonly string[] {
  return partijen ?? (partij === null ? [] : [partij]);
}

/** Id of the key that somebody shows; null for the gateway itself. */
export function keyIdOf(principal: Principal): string | null {
  return principal.kind === 'system' ? null : principal.keyId;
}

/** Undefined for the gateway itself. */
export function roleOf(principal: Principal): Rol | undefined {
  return principal.kind === 'system' ? undefined : principal.role;
}
