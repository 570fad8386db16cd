import type { Seal, SealedBytes } from '../bodies.ts';

/** Sealed to more than this, a body takes long to become what it was (bytes). */
const LARGE = 64 * 1024;

interface SealedBody {
  readonly id: string;
  readonly bytes: SealedBytes;
}

/** One body, without keeping others waiting when it is large. */
export function openBody(seal: Seal, { id, bytes }: SealedBody): Promise<Uint8Array> | Uint8Array {
  return bytes.length > LARGE
    ? seal.openBytesLater('inhoud.bytes', id, bytes)
    : seal.openBytes('inhoud.bytes', id, bytes);
}

/** Bodies of many messages by their ids; no promise for each that is small. */
export async function openBodies(seal: Seal, bodies: readonly SealedBody[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const opened = new Map<string, Uint8Array>();
  for (const body of bodies) {
    const bytes = openBody(seal, body);
    opened.set(body.id, bytes instanceof Promise ? await bytes : bytes);
  }
  return opened;
}
