import { waardeVan } from '../xml/tree.ts';
import { prestatieVan } from './declaration/prestatie.ts';
import type { Klasse } from './klasse.ts';

/**
 * The order in which levels 3 and 4 take the klassen of a message: Header, the class at the top, clients, then the rest
 * as it stands in the message; but removals (StatusAanlevering 3) before new starts and stops, and credits before
 * debets (OP366; docs/decisions/starts-and-stops.md), so that what they free is free for what follows.
 */
export function behandelVolgorde(klassen: readonly Klasse[]): Klasse[] {
  return [...klassen].sort((a, b) => rang(a) - rang(b));
}

function rang(klasse: Klasse): number {
  if (klasse.naam === 'Header') return 0;
  if (klasse.ouder === null) return 1;
  if (klasse.naam === 'Client') return 2;
  return gaatVoor(klasse) ? 3 : 4;
}

function gaatVoor(klasse: Klasse): boolean {
  if (klasse.naam === 'Prestatie') return prestatieVan(klasse).debetCredit === 'C';
  return waardeVan(klasse.waarden, 'StatusAanlevering') === '3';
}
