import type { FastifyRequest } from 'fastify';
import type { Sleutel } from '../access/keys/contract.ts';
import type { Sleutelkast } from '../access/keys/sleutelkast.ts';
import { type PartyPrincipal, principalOf, type StaffPrincipal } from '../access/principal.ts';
import type { Braked, GuessBrake } from './guess-brake.ts';

/**
 * In which form a key comes: `bearer`, as a token; `partij` (envelopes), as the password of HTTP Basic with the code of its
 * party as the name.
 */
export type KeyForm = 'bearer' | 'partij';

/** Who calls, by which key, and whose that key is by now. */
export interface Caller {
  readonly kind: 'caller';
  readonly principal: PartyPrincipal | StaffPrincipal;
  readonly sleutel: Sleutel;
  readonly sleutelNu: () => Promise<Sleutel | undefined>;
}

/** Nothing was offered, or nothing that is right. */
type NoCaller = { readonly kind: 'none' } | { readonly kind: 'wrong' };

/** Tries what is offered as a key, within the brake on guessing. */
export async function callerOf(
  verzoek: FastifyRequest,
  form: KeyForm,
  sleutels: Sleutelkast,
  rem: GuessBrake,
): Promise<Caller | Braked | NoCaller> {
  const offered = offeredIn(verzoek.headers.authorization, form);
  if (offered === null) return { kind: 'none' };
  const { geheim, naam } = offered;
  const sleutelNu = async () => {
    const sleutel = await sleutels.zoek(geheim);
    return sleutel !== undefined && isOf(sleutel, naam) ? sleutel : undefined;
  };
  const poging = await rem.attempt(verzoek, sleutels.naam(geheim, verzoek.ip), sleutelNu);
  if (poging.kind !== 'right') return poging;
  const principal = principalOf(poging.value, form === 'partij' ? 'stuf' : 'http');
  return { kind: 'caller', principal, sleutel: poging.value, sleutelNu };
}

/** A key that comes with a name is of the party of that name. Staff has none, and is refused by its role. */
function isOf({ partij, partijen }: Sleutel, naam: string | null): boolean {
  const van = partijen ?? (partij === null ? [] : [partij]);
  return naam === null || van.length === 0 || van.includes(naam);
}

/** What is offered as a key, and the name that comes with it (HTTP Basic); null when nothing is. */
function offeredIn(
  kop: string | undefined,
  form: KeyForm,
): { readonly geheim: string; readonly naam: string | null } | null {
  const [, schema = '', waarde = ''] = /^(\w+) +(\S+) *$/.exec(kop ?? '') ?? [];
  if (schema.toLowerCase() === 'bearer') return { geheim: waarde, naam: null };
  if (schema.toLowerCase() !== 'basic' || form !== 'partij') return null;
  const paar = Buffer.from(waarde, 'base64').toString('utf8');
  const eind = paar.indexOf(':');
  const geheim = paar.slice(eind + 1);
  return geheim === '' ? null : { geheim, naam: paar.slice(0, Math.max(eind, 0)) };
}
