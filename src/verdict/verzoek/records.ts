import type { Claim } from '../../dossier/claim.ts';
import type { VerzoekRecord } from '../../dossier/verzoek.ts';
import { claimSleutel } from '../../rules/claims.ts';
import { type Kennis, maakKennis } from '../../rules/kennis-lookups.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht } from '../../xml/tree.ts';
import { waardeVan } from '../../xml/tree.ts';

/** One open request of a JW315 (an AangevraagdProduct) or a JW317 (the whole). */
export function openVerzoek(
  bericht: Bericht,
  kennis: Kennis,
  gevraagd: { readonly referentie: string; readonly ingangsdatum: string },
): VerzoekRecord {
  return {
    referentie: gevraagd.referentie,
    soort: MESSAGES[bericht.type].verzoek ?? 'VOT',
    client: kennis.client(waardeVan(bericht.inhoud, 'Client/Bsn') ?? ''),
    stand: 'open',
    antwoorden: 0,
    berichtId: kennis.berichtId,
    release: bericht.release,
    dagtekening: waardeVan(bericht.inhoud, 'Header/BerichtIdentificatie/Dagtekening') ?? '',
    ingangsdatum: gevraagd.ingangsdatum,
  };
}

/** The claims on their ReferentieAanbieder (TR347). */
export function verzoekClaims(bericht: Bericht, verzoeken: readonly VerzoekRecord[], kennis: Kennis): Claim[] {
  const { aanbieder } = partijenVan(bericht);
  return verzoeken.map(({ referentie }) => ({
    sleutel: claimSleutel.referentieAanbieder(aanbieder, referentie),
    eigenaar: kennis.berichtId,
  }));
}

/** The context in which answers to these requests are judged: they are known and open, and nothing else happened yet. */
export function metVerzoeken(kennis: Kennis, verzoeken: readonly VerzoekRecord[]): Kennis {
  return maakKennis({ ...kennis.data, verzoeken: [...kennis.data.verzoeken, ...verzoeken] });
}
