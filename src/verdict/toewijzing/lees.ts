import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { leesToegewezen } from '../../rules/history/toegewezen.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht, Groep } from '../../xml/tree.ts';
import { lijstVan, waardeVan } from '../../xml/tree.ts';

/** What a ToegewezenProduct says; the rest of a Toewijzing is what the gateway adds. */
export type GelezenToewijzing = Omit<Toewijzing, 'sleutel' | 'voorlopig' | 'signaalbudget' | 'berichtId'>;

/** The ToegewezenProducten of a JW301 of either release, in order. */
export function productenVan(bericht: Bericht): readonly Groep[] {
  const pad = bericht.release === '2.3' ? 'Client/Beschikking/' : 'Client/';
  return lijstVan(bericht.inhoud, `${pad}ToegewezenProducten/ToegewezenProduct`);
}

export function leesToewijzingen(bericht: Bericht, kennis: Kennis): GelezenToewijzing[] {
  const { gemeente, aanbieder } = partijenVan(bericht);
  const client = kennis.client(waardeVan(bericht.inhoud, 'Client/Bsn') ?? '');
  return productenVan(bericht).map((product) => ({ gemeente, aanbieder, client, ...leesToegewezen(product) }));
}
