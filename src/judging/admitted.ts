import type { Bevinding } from '../findings/bevinding.ts';
import type { BerichtType } from '../standard/message-types.ts';
import { poortBevinding } from '../xml/gate/poort-bevinding.ts';
import { type Kop, kopVan } from '../xml/partijen.ts';
import type { HeaderPeek } from '../xml/read/header-peek.ts';
import type { Bericht } from '../xml/tree.ts';

/** What a message was admitted as: by the look at the door, or as the request that waits in a werkbak. */
export interface Admitted {
  /** Sending party. */
  readonly partij: string;
  /** Null: not known, and then the message is judged by none. */
  readonly type: BerichtType | null;
  /** The codes under which the gemeente of the message may stand; empty when the header could not be read. */
  readonly gemeenten: readonly string[];
  /** Null when the header could not be read. */
  readonly aanbieder: string | null;
}

/** Of a message as it is stored. */
export function admittedFrom({
  partij,
  type,
  gemeente,
  aanbieder,
}: {
  readonly partij: string;
  readonly type: BerichtType | null;
  readonly gemeente: string | null;
  readonly aanbieder: string | null;
}): Admitted {
  return { partij, type, gemeenten: gemeente === null ? [] : [gemeente], aanbieder };
}

/**
 * Whether the message that was read is the one that was admitted. Who may send it, which lane it passes through and whose
 * data it meets were all decided on what it was admitted as, so another one is not judged: nothing is looked up for it.
 */
export function otherThanAdmitted(bericht: Bericht, peek: HeaderPeek, admitted: Admitted): Bevinding | null {
  const kop = kopVan(bericht);
  if (!isOf(kop, admitted) || !seenAtTheDoor(kop, peek)) return bevinding('POORT-PARTIJ');
  // Of this party, as far as its header was read: it stands in no lane of its own.
  return admitted.gemeenten.length === 0 || admitted.aanbieder === null ? bevinding('POORT-HEADER') : null;
}

function isOf({ zender, type, gemeente, aanbieder }: Kop, admitted: Admitted): boolean {
  return (
    zender === admitted.partij &&
    type === admitted.type &&
    (admitted.gemeenten.length === 0 || admitted.gemeenten.includes(gemeente)) &&
    (admitted.aanbieder === null || admitted.aanbieder === aanbieder)
  );
}

/** The parser and the look at the door are two readers of the same bytes; where they differ neither is believed. */
function seenAtTheDoor(kop: Kop, peek: HeaderPeek): boolean {
  const { kind, ...gezien } = peek;
  return kind === 'message' && Object.entries(gezien).every(([naam, waarde]) => kop[naam as keyof Kop] === waarde);
}

function bevinding(code: 'POORT-PARTIJ' | 'POORT-HEADER'): Bevinding {
  return { ...poortBevinding(code), pad: '/Bericht/Header' };
}
