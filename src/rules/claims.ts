import { MESSAGES } from '../standard/messages/index.ts';
import type { ClaimSource } from '../standard/messages/message-descriptor.ts';
import { type Partijen, partijenVan } from '../xml/partijen.ts';
import type { Bericht } from '../xml/tree.ts';
import { waardeVan } from '../xml/tree.ts';

/**
 * Keys of what must be unique beyond a lane (docs/decisions/one-message-one-effect.md). Built here only, so that the
 * rule that looks a claim up and the verdict that makes it never differ.
 */
export const claimSleutel = {
  /** TR056: per sending party and message type. */
  identificatie: (partij: string, type: string, identificatie: string) => `id|${partij}|${type}|${identificatie}`,
  /** TR347: per aanbieder over all regions. */
  referentieAanbieder: (aanbieder: string, referentie: string) => `ref|${aanbieder}|${referentie}`,
  /** TR333, TR324: per aanbieder over all regions. */
  declaratie: (aanbieder: string, nummer: string) => `dec|${aanbieder}|${nummer}`,
  /** TR314: per aanbieder over all regions; claimed for granted lines only. */
  prestatie: (aanbieder: string, referentie: string) => `pre|${aanbieder}|${referentie}`,
  /** TR332: per gemeente over all aanbieders; its owner is aanbieder + client, so that a new version is no clash. */
  toewijzing: (gemeente: string, nummer: number) => `toe|${gemeente}|${nummer}`,
} as const;

type ClaimKey = (partijen: Partijen, waarde: string) => string;

const PER_SOORT: Readonly<Record<ClaimSource['soort'], ClaimKey>> = {
  toewijzing: ({ gemeente }, nummer) => claimSleutel.toewijzing(gemeente, Number(nummer)),
  referentieAanbieder: ({ aanbieder }, referentie) => claimSleutel.referentieAanbieder(aanbieder, referentie),
  declaratie: ({ aanbieder }, nummer) => claimSleutel.declaratie(aanbieder, nummer),
  prestatie: ({ aanbieder }, referentie) => claimSleutel.prestatie(aanbieder, referentie),
};

/** All claims that the verdict on this message could make, beside the one on its Identificatie. */
export function claimsVan(
  bericht: Bericht,
  uit: (element: ClaimSource['element']) => readonly string[],
): { readonly soort: ClaimSource['soort']; readonly sleutel: string; readonly waarde: string }[] {
  const partijen = partijenVan(bericht);
  return MESSAGES[bericht.type].claims.flatMap(({ soort, element }) =>
    uit(element).map((waarde) => ({ soort, sleutel: PER_SOORT[soort](partijen, waarde), waarde })),
  );
}

/** What a claim is on, as far as numbers that the gateway gives out go: a ToewijzingNummer, and whose, or an Identificatie. */
export function claimSoort(sleutel: string): { readonly soort: 'toe' | 'id' | 'ander'; readonly partij: string } {
  const [soort, partij = ''] = sleutel.split('|');
  return { soort: soort === 'toe' || soort === 'id' ? soort : 'ander', partij };
}

/**
 * Owner of a claim on a ToewijzingNummer. All other claims are owned by the message that made them (its id), so that a
 * message that is judged again does not clash with itself.
 */
export function toewijzingEigenaar(aanbieder: string, client: string): string {
  return `${aanbieder}|${client}`;
}

/** The claim on Identificatie that every judged message of level 2 and above makes; null for retourberichten and JW303/304. */
export function identificatieClaim(bericht: Bericht): string | null {
  if (!MESSAGES[bericht.type].eigenIdentificatie) return null;
  const identificatie = waardeVan(bericht.inhoud, 'Header/BerichtIdentificatie/Identificatie');
  if (identificatie === undefined) return null;
  return claimSleutel.identificatie(partijenVan(bericht).zender, bericht.type, identificatie);
}
