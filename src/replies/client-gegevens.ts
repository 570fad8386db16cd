import type { Groep, Waarde } from '../xml/tree.ts';
import { groepVan } from '../xml/tree.ts';

/** What is not kept of a Client: remarks, and the products, which are kept apart. */
const NIET_BEWAARD: ReadonlySet<string> = new Set(['Commentaar', 'ToegewezenProducten', 'Beschikking']);

/** The Client of a JW301 as it is kept to compose later ones from (DESIGN 5.4). */
export function clientGegevensVan(inhoud: Groep): Groep {
  const gegevens: Record<string, Waarde> = {};
  for (const [naam, waarde] of Object.entries(groepVan(inhoud, 'Client') ?? {})) {
    if (waarde !== undefined && !NIET_BEWAARD.has(naam)) gegevens[naam] = waarde;
  }
  return gegevens;
}
