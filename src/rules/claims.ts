import { BERICHT_SOORTEN } from '../standard/message-types.ts';
import { partijenVan } from '../xml/partijen.ts';
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
  const soort = BERICHT_SOORTEN[bericht.type];
  if (soort.aard === 'retour') return null;
  const identificatie = waardeVan(bericht.inhoud, 'Header/BerichtIdentificatie/Identificatie');
  if (identificatie === undefined) return null;
  return claimSleutel.identificatie(partijenVan(bericht).zender, bericht.type, identificatie);
}
