import type { BerichtType, Release } from '../standard/message-types.ts';
import { messageOfNamespace } from '../standard/namespaces.ts';
import { zonderVerwijzingen } from './read/references.ts';
import { attributenVan, naamEindVan, scan } from './scan.ts';

/** The root element as its start tag gives it; nothing is known of what follows. */
export interface Wortel {
  readonly naam: string;
  readonly namespace: string;
}

/** The first element of the file; null when there is none. */
export function wortelVan(bytes: Uint8Array): Wortel | null {
  let wortel: Wortel | null = null;
  scan(bytes, {
    open(start, eind) {
      const naamEind = naamEindVan(bytes, start);
      const [voor = '', na] = new TextDecoder().decode(bytes.subarray(start + 1, naamEind)).split(':', 2);
      const attributen = attributenVan(bytes, naamEind, eind);
      const namespace = attributen.get(na === undefined ? 'xmlns' : `xmlns:${voor}`) ?? '';
      wortel = { naam: na ?? voor, namespace: zonderVerwijzingen(namespace) };
      return true;
    },
  });
  return wortel;
}

/** The message and release that the root element names; null when no supported release has it. */
export function berichtVan(bytes: Uint8Array): { type: BerichtType; release: Release } | null {
  const wortel = wortelVan(bytes);
  return wortel === null ? null : messageOfNamespace(wortel.namespace);
}
