import type { BerichtType, Release } from '../../standard/message-types.ts';
import { watIsHet } from '../../xml/gate/what-is-it.ts';
import { peekHeader } from '../../xml/read/header-peek.ts';
import type { Envelop } from '../../xml/stuf/envelope.ts';

/** What is held against each other: what the envelope says, and what the payload is. */
type Gezegd = Pick<Envelop, 'ontvanger'> & { readonly type: BerichtType; readonly release: Release };

/**
 * Why the payload is not what the envelope says, as a Dutch sentence without values of persons; null when it is. Who sent it is
 * for the door to see.
 */
export function disagreement({ type, release, ontvanger }: Gezegd, payload: Uint8Array): string | null {
  const peek = peekHeader(payload);
  if (peek.kind === 'unknown') return watIsHet(payload).melding;
  if (peek.type !== type) return `De envelop noemt functie ${type}, maar de inhoud is een ${peek.type}.`;
  if (peek.release !== release)
    return `De envelop noemt de versie van iJW ${release}, maar de inhoud is iJW ${peek.release}.`;
  if (peek.kind === 'unreadable-header' || ontvanger.organisatie === peek.ontvanger) return null;
  return `De envelop is voor ${partijCode(ontvanger.organisatie)}, maar de inhoud voor ${peek.ontvanger}.`;
}

/** What is no code of a party is not repeated: anything may stand there. */
function partijCode(organisatie: string | null): string {
  return organisatie !== null && /^(?:\d{4}|\d{8})$/.test(organisatie) ? organisatie : 'een andere organisatie';
}
