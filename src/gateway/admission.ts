import type { PartyPrincipal } from '../access/principal.ts';
import { scopeOf } from '../access/scope.ts';
import type { Afspraken } from '../agreements/afspraken.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import type { Release } from '../standard/message-types.ts';
import { MESSAGES } from '../standard/messages/index.ts';
import type { Ontvangst } from '../store/messages/contract.ts';
import { watIsHet } from '../xml/gate/what-is-it.ts';
import { type HeaderPeek, peekHeader } from '../xml/read/header-peek.ts';

/** Refused at the door; nothing was stored. */
export type NotAdmitted =
  /** The sending party is not one that the key acts for; null: the header told none. */
  | { readonly kind: 'forbidden'; readonly zender: string | null }
  /** No message of a supported release, by its namespace; the finding says what it is instead. */
  | { readonly kind: 'unidentifiable'; readonly bevinding: Bevinding }
  /** The agreements freeze the traffic of this release, from before `op` until `tot`. */
  | { readonly kind: 'frozen'; readonly release: Release; readonly op: Date; readonly tot: Date };

/** Who sends this, and may this principal send it? Read from the bytes with a bounded look, before anything is stored. */
export type Admission =
  | { readonly kind: 'admitted'; readonly peek: Exclude<HeaderPeek, { kind: 'unknown' }>; readonly partij: string }
  | NotAdmitted;

export function admit(bytes: Uint8Array, principal: PartyPrincipal, afspraken: Afspraken, op: Date): Admission {
  const admission = mayCome(bytes, principal, afspraken);
  if (admission.kind !== 'admitted') return admission;
  const { release } = admission.peek;
  const tot = afspraken.bevrorenTot(release, op);
  return tot === null ? admission : { kind: 'frozen', release, op, tot };
}

function mayCome(bytes: Uint8Array, principal: PartyPrincipal, afspraken: Afspraken): Admission {
  const peek = peekHeader(bytes);
  if (peek.kind === 'unknown') return { kind: 'unidentifiable', bevinding: watIsHet(bytes) };
  const zender = peek.kind === 'message' ? peek.zender : null;
  const [eerste] = principal.parties;
  // A JW301 never comes from an aanbieder, whatever its header looks like.
  if (MESSAGES[peek.type].zender !== principal.role || eerste === undefined) return { kind: 'forbidden', zender };
  // Of several parties nobody knows which one sent what cannot be read.
  if (peek.kind === 'unreadable-header') return { kind: 'admitted', peek, partij: eerste };
  if (!scopeOf(principal, afspraken).parties.includes(peek.zender)) return { kind: 'forbidden', zender };
  return { kind: 'admitted', peek, partij: peek.zender };
}

/** The parties of an admitted message as they are stored; null where the header could not be read. */
export function partiesOf(
  { peek, partij }: Extract<Admission, { kind: 'admitted' }>,
  { role }: PartyPrincipal,
): Pick<Ontvangst, 'partij' | 'type' | 'release' | 'gemeente' | 'aanbieder'> {
  const { type, release } = peek;
  if (peek.kind === 'message') return { partij, type, release, gemeente: peek.gemeente, aanbieder: peek.aanbieder };
  const vanGemeente = role === 'gemeente';
  return { partij, type, release, gemeente: vanGemeente ? partij : null, aanbieder: vanGemeente ? null : partij };
}
