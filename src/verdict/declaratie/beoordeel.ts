import type { Claim } from '../../dossier/claim.ts';
import { claimSleutel, identificatieClaim } from '../../rules/claims.ts';
import type { Oordeel } from '../../rules/oordeel.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import { doorTeLeveren } from '../leveren.ts';
import { eigenClaims, kop, partijRetour } from '../opbouw.ts';
import type { EindStatus, Verdict } from '../verdict.ts';
import { afwijkingen } from './afwijking.ts';
import { afwijzingTellingen } from './afwijzingen.ts';
import { declaratieAntwoord } from './antwoord.ts';
import { boekingen } from './boekingen.ts';
import { termijnSignalen } from './termijnen.ts';

/**
 * The verdict on a JW323 or JW303, rejected or not: what is booked, claimed and signalled, and the JW325 or JW304 that
 * answers it (docs/decisions/statuses.md). Rejected as a whole, it counts as not sent: nothing but its Identificatie is
 * used.
 */
export function beoordeelDeclaratie(invoer: BeoordeelInvoer): Verdict {
  const { bericht, afspraken, oordeel } = invoer;
  const geheel = isGeheelAfgekeurd(oordeel);
  // A gemeente that answers itself never gets what was rejected as a whole, so then the gateway answers.
  const antwoorden = geheel || partijRetour(invoer) === 'gateway' ? [declaratieAntwoord(invoer)] : [];
  const verwerkt = geheel ? [] : oordeel.lopend.prestaties;
  const aanbieder = partijenVan(bericht).aanbieder;
  const eigenaar = invoer.kennis.berichtId;
  const claims: Claim[] = [
    ...eigenClaims(invoer),
    ...antwoorden.flatMap((antwoord) => antwoordClaim(antwoord, eigenaar)),
    ...(geheel ? [] : [{ sleutel: claimSleutel.declaratie(aanbieder, declaratieNummer(invoer)), eigenaar }]),
    ...verwerkt.map((p) => ({ sleutel: claimSleutel.prestatie(aanbieder, p.referentie), eigenaar })),
  ];
  return {
    ...kop(invoer),
    status: statusVan(oordeel, geheel),
    bevindingen: oordeel.bevindingen,
    claims,
    mutaties: geheel ? [] : boekingen(invoer),
    antwoorden,
    afwijzingen: afwijzingTellingen(invoer, geheel),
    doorgeleverdAan: geheel ? [] : doorTeLeveren(bericht, afspraken),
    signalen: geheel ? [] : [...termijnSignalen(invoer), ...afwijkingen(invoer)],
  };
}

/**
 * Level 2, or an error in Header or Declaratie: the declaratie counts as not sent (docs/decisions/return-messages.md).
 */
function isGeheelAfgekeurd({ niveau, codes }: Oordeel): boolean {
  return niveau === 2 || codes.has('/Bericht/Header') || codes.has('/Bericht/Declaratie');
}

function statusVan(oordeel: Oordeel, geheel: boolean): EindStatus {
  if (oordeel.niveau === null) return 'goedgekeurd';
  return geheel || oordeel.lopend.prestaties.length === 0 ? 'afgekeurd' : 'deels-goedgekeurd';
}

function declaratieNummer({ bericht }: BeoordeelInvoer): string {
  const pad =
    bericht.type === 'JW323'
      ? 'Declaratie/DeclaratieNummer'
      : 'Header/DeclaratieFactuurIdentificatie/DeclarantFactuurNummer';
  return waardeVan(bericht.inhoud, pad) ?? '';
}

function antwoordClaim(antwoord: Verdict['antwoorden'][number], eigenaar: string): Claim[] {
  const sleutel = identificatieClaim(antwoord);
  return sleutel === null ? [] : [{ sleutel, eigenaar }];
}
