import type { Claim } from '../dossier/claim.ts';
import { stelRetourSamen } from '../replies/retourbericht.ts';
import { identificatieClaim } from '../rules/claims.ts';
import type { Kennis } from '../rules/kennis-lookups.ts';
import { inAmsterdam } from '../standard/datum.ts';
import { partijenVan } from '../xml/partijen.ts';
import { type Gevolgen, samen } from './gevolgen.ts';
import type { BeoordeelInvoer } from './invoer.ts';
import { alsAntwoord } from './leveren.ts';
import type { Antwoord, Verdict } from './verdict.ts';

/** Accepted: the retourbericht first, then what else is composed; its Identificatie is used. */
export function goedgekeurd(invoer: BeoordeelInvoer, gevolgen: Gevolgen): Verdict {
  const eerst: Gevolgen = {
    bevindingen: invoer.oordeel.bevindingen,
    claims: eigenClaims(invoer),
    antwoorden: partijRetour(invoer) === 'eigen' ? [] : [retour(invoer)],
  };
  const { berichtId, afsprakenVersie, regelsVersie } = kop(invoer);
  const { bevindingen, claims, mutaties, antwoorden, doorgeleverdAan, signalen, afwijzingen } = samen([
    eerst,
    gevolgen,
  ]);
  // Field by field, as every message comes here: spreads are slow.
  return {
    berichtId,
    afsprakenVersie,
    regelsVersie,
    status: 'goedgekeurd',
    bevindingen,
    claims,
    mutaties,
    antwoorden,
    doorgeleverdAan,
    signalen,
    afwijzingen,
  };
}

/**
 * Rejected on levels 2 to 4: no effect but that its Identificatie is used. The gateway answers for a party of
 * `retour: eigen` too, because that party never gets the message.
 */
export function afgekeurd(invoer: BeoordeelInvoer): Verdict {
  return {
    ...kop(invoer),
    status: 'afgekeurd',
    bevindingen: invoer.oordeel.bevindingen,
    claims: eigenClaims(invoer),
    mutaties: [],
    antwoorden: [retour(invoer)],
    doorgeleverdAan: [],
    signalen: [],
  };
}

export function kop(invoer: BeoordeelInvoer): Pick<Verdict, 'berichtId' | 'afsprakenVersie' | 'regelsVersie'> {
  return {
    berichtId: invoer.kennis.berichtId,
    afsprakenVersie: invoer.afspraken.versie,
    regelsVersie: invoer.regelsVersie,
  };
}

/** Today in Amsterdam by the clock of the judgement: Dagtekening of all that is composed. */
export function dagtekening(kennis: Kennis): string {
  return inAmsterdam(kennis.ontvangenOp).datum;
}

/**
 * The claim on the Identificatie of the message itself; none for retourberichten and JW303/JW304, and none when another
 * message holds it (TR056 has said so, or level 2 rejected first).
 */
export function eigenClaims({ bericht, kennis }: BeoordeelInvoer): Claim[] {
  const sleutel = identificatieClaim(bericht);
  if (sleutel === null) return [];
  const houder = kennis.claim(sleutel) ?? kennis.berichtId;
  return houder === kennis.berichtId ? [{ sleutel, eigenaar: kennis.berichtId }] : [];
}

/** Who composes the answers of the party that the message is for. */
export function partijRetour({ bericht, afspraken }: BeoordeelInvoer): 'gateway' | 'eigen' {
  return afspraken.retourVan(partijenVan(bericht).ontvanger);
}

function retour(invoer: BeoordeelInvoer): Antwoord {
  const { bericht, oordeel, afspraken, kennis, nummers, regelsVersie } = invoer;
  const identificatie = nummers.identificatie();
  const gegevens = { heen: bericht, oordeel, identificatie, dagtekening: dagtekening(kennis), regelsVersie };
  return alsAntwoord(stelRetourSamen(gegevens), afspraken);
}
