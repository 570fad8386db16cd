import type { Jw319, Uitkomst } from '../bericht.ts';
import { retour } from './oordeel.ts';
import type { Stand } from './stand.ts';

/** JW319: CD085, CD086; TR355, TR359, TR360, TR365. */
export function antwoord(bericht: Jw319, stand: Stand): Uitkomst {
  const { antwoord: soort, reden } = bericht;
  if ((soort === '1') !== (reden !== null)) return retour(bericht, ['0001'], null);
  const verzoek = stand.verzoek(bericht.gemeente, bericht.aanbieder, bericht.referentie);
  const codes: string[] = [];
  if (verzoek === undefined) codes.push('9355');
  if (verzoek?.stand === 'toegewezen') codes.push('9359');
  if (verzoek !== undefined && soort === '2' && verzoek.antwoorden > 0) codes.push('9360');
  if (verzoek?.stand === 'afgewezen') codes.push('9365');
  if (codes.length === 0 && verzoek !== undefined) {
    stand.besluit(verzoek.regel, soort === '1' ? 'afgewezen' : 'onderzoek', stand.nu, true);
  }
  return retour(bericht, [], { naam: 'Antwoord', codes });
}
