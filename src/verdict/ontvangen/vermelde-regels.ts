import type { BeantwoordBericht } from '../../dossier/beantwoord.ts';
import type { PrestatieRecord } from '../../dossier/prestatie.ts';
import { claimSleutel } from '../../rules/claims.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht, Groep } from '../../xml/tree.ts';
import { lijstVan, waardeVan } from '../../xml/tree.ts';
import type { Mutatie } from '../verdict.ts';

/**
 * What a JW325 or JW304 says line by line: a line that it lists is refused, and may be sent again (IV085). Only in
 * a JW304 may a listed line be granted for a lower amount (iJW 2.3), which ToegekendBedrag tells. What it
 * does not list is granted with the whole. A line that the gateway refused before the gemeente saw it stays refused.
 */
export function vermeldeRegels(antwoord: Bericht, { id }: BeantwoordBericht, kennis: Kennis): Mutatie[] {
  const wacht = kennis.data.prestaties.filter((p) => p.berichtId === id && p.stand === 'voorlopig');
  const bekend = new Map(wacht.map((p) => [p.referentie, p]));
  const { aanbieder } = partijenVan(antwoord);
  return regelsVan(antwoord).flatMap((regel): Mutatie[] => {
    const prestatie = bekend.get(waardeVan(regel, 'ProductReferentie/ReferentieNummer') ?? '');
    if (prestatie === undefined) return [];
    const bedrag = Number(waardeVan(regel, 'ToegekendeBedragPrestatie/ToegekendBedrag/Bedrag') ?? 0);
    if (bedrag > 0) return [beslist({ ...prestatie, bedrag, stand: 'toegekend' })];
    const claim = { sleutel: claimSleutel.prestatie(aanbieder, prestatie.referentie), eigenaar: id };
    return [beslist({ ...prestatie, stand: 'afgewezen' }), { soort: 'claim-vrij', claim }];
  });
}

function beslist(prestatie: PrestatieRecord): Mutatie {
  return { soort: 'prestatie', prestatie };
}

function regelsVan({ type, inhoud }: Bericht): readonly Groep[] {
  if (type !== 'JW325' && type !== 'JW304') return [];
  const clienten = lijstVan(inhoud, type === 'JW325' ? 'DeclaratieAntwoord/Clienten/Client' : 'Clienten/Client');
  return clienten.flatMap((client) => lijstVan(client, 'Prestaties/Prestatie'));
}
