import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { leesToegewezen } from '../../rules/history/toegewezen.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import { linesOf } from '../../xml/lines.ts';
import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht } from '../../xml/tree.ts';
import { waardeVan } from '../../xml/tree.ts';

/** What a ToegewezenProduct says; the rest of a Toewijzing is what the gateway adds. */
export type GelezenToewijzing = Omit<Toewijzing, 'sleutel' | 'voorlopig' | 'signaalbudget' | 'berichtId'>;

export function leesToewijzingen(bericht: Bericht, kennis: Kennis): GelezenToewijzing[] {
  const { gemeente, aanbieder } = partijenVan(bericht);
  const client = kennis.client(waardeVan(bericht.inhoud, 'Client/Bsn') ?? '');
  return linesOf(bericht).map((product) => ({ gemeente, aanbieder, client, ...leesToegewezen(product) }));
}
