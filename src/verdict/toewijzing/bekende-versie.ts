import type { ClientSleutel } from '../../dossier/client-sleutel.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { toewijzingMet } from '../../rules/history/client.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';

/** How a ToegewezenProduct names the toewijzing that it is a version of. */
export interface ToewijzingNaam {
  readonly client: ClientSleutel;
  readonly nummer: number | null;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly ingangsdatum: string;
}

/**
 * The known toewijzing of which this is a new version: the one of this client with that ToewijzingNummer. In iJW 2.3 the
 * number may be absent; then the one without a number that has the same product and Ingangsdatum (IV051).
 */
export function bekendeVersie(naam: ToewijzingNaam, kennis: Kennis): Toewijzing | undefined {
  if (naam.nummer !== null) return toewijzingMet(naam.nummer, naam.client, kennis);
  return kennis
    .toewijzingenVan(naam.client)
    .find(
      (t) =>
        t.nummer === null &&
        t.categorie === naam.categorie &&
        t.code === naam.code &&
        t.ingangsdatum === naam.ingangsdatum,
    );
}
