import type { Claim } from '../../dossier/claim.ts';
import { clientGegevensVan } from '../../replies/client-gegevens.ts';
import { claimSleutel, toewijzingEigenaar } from '../../rules/claims.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht } from '../../xml/tree.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import { doorTeLeveren } from '../leveren.ts';
import { goedgekeurd } from '../opbouw.ts';
import { signaalToegekend } from '../signaal-stand.ts';
import type { Mutatie, Verdict } from '../verdict.ts';
import { afwijkingVan } from './afwijking.ts';
import { leesToewijzingen } from './lees.ts';
import { type Versie, versieVan } from './versie.ts';

/** An accepted JW301 of the gemeente: its toewijzingen are taken over, and the requests that it names are honoured. */
export function beoordeelToewijzing(invoer: BeoordeelInvoer): Verdict {
  const { bericht, kennis, afspraken } = invoer;
  const versies = leesToewijzingen(bericht, kennis).map((gelezen) => versieVan(gelezen, invoer));
  const nieuws = versies.filter((versie) => !versie.herhaald).map((versie) => versie.toewijzing);
  return goedgekeurd(invoer, {
    claims: versies.flatMap((versie) => nummerClaim(versie)),
    mutaties: [
      ...versies.map(({ toewijzing }): Mutatie => ({ soort: 'toewijzing', toewijzing })),
      clientMutatie(bericht, kennis),
      ...gehonoreerd(versies, kennis),
      ...versies.flatMap(({ toewijzing, bekend }) => signaalToegekend(toewijzing, bekend)),
    ],
    doorgeleverdAan: doorTeLeveren(bericht, afspraken),
    signalen: nieuws.flatMap((toewijzing) => afwijkingVan(toewijzing, afspraken) ?? []),
  });
}

/** The claim on a ToewijzingNummer (TR332); iJW 2.3 knows toewijzingen without one. */
export function nummerClaim({ toewijzing }: Pick<Versie, 'toewijzing'>): Claim[] {
  const { gemeente, aanbieder, client, nummer } = toewijzing;
  if (nummer === null) return [];
  return [{ sleutel: claimSleutel.toewijzing(gemeente, nummer), eigenaar: toewijzingEigenaar(aanbieder, client) }];
}

/** The Client of a JW301, kept for those that the gateway composes later. */
export function clientMutatie(bericht: Bericht, kennis: Kennis): Mutatie {
  const client = kennis.client(waardeVan(bericht.inhoud, 'Client/Bsn') ?? '');
  const { gemeente } = partijenVan(bericht);
  return { soort: 'client', gemeente, client, gegevens: clientGegevensVan(bericht.inhoud) };
}

/**
 * Every request that a ToegewezenProduct names is closed by it (TR379). iJW 2.3 has no code to refuse a reference to the
 * request of another client or gemeente: there it closes nothing. What is sent once more decides nothing, so that a refusal
 * of it (JW302) opens nothing.
 */
function gehonoreerd(versies: readonly Versie[], kennis: Kennis): Mutatie[] {
  const verzoeken = versies.flatMap(({ toewijzing: { client, referentieAanbieder } }) => {
    const verzoek = referentieAanbieder === null ? undefined : kennis.verzoek(referentieAanbieder);
    return verzoek?.client === client && verzoek.stand !== 'toegewezen' ? [verzoek] : [];
  });
  return [...new Set(verzoeken)].flatMap(({ referentie, antwoorden }): Mutatie[] => [
    { soort: 'verzoek-stand', referentie, stand: 'toegewezen', antwoorden },
    { soort: 'werkbak-gesloten', referentie },
  ]);
}
