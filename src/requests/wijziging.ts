import type { Toewijzing } from '../rules/kennis.ts';
import type { Omvang } from '../signaalbudget/volume.ts';
import { plusDagen } from '../standard/datum.ts';

/** What a JW317 wants of a toewijzing, or as a new product. */
export interface Wens {
  readonly gewensteIngangsdatum: string;
  readonly einddatum: string | null;
  readonly omvang: Omvang | null;
  /** Eurocents. */
  readonly budget: number | null;
}

/** The fields of a toewijzing that a change may touch. */
type Inhoud = Pick<Toewijzing, 'ingangsdatum' | 'einddatum' | 'volume' | 'eenheid' | 'frequentie' | 'budget'>;

/** What honouring a wish does to the existing toewijzing, and the new one that takes over where it cannot be changed. */
export interface Wijziging {
  readonly bestaand: Partial<Inhoud> & { readonly redenWijziging: string | null };
  readonly opvolger: Inhoud | null;
}

/** RedenWijziging (JZ002): geïnitieerd door de aanbieder · verwijderd. */
const DOOR_AANBIEDER = '12';
const VERWIJDERD = '13';

/**
 * IV093, OP257, OP380: only another Einddatum, another Budget, or another total (Frequentie 6) keeps the ToewijzingNummer;
 * any other change ends the toewijzing the day before and begins a new one. A change from its first day on leaves nothing
 * of the old one, which is then removed.
 */
export function wijzigingVoor(bestaand: Toewijzing, wens: Wens): Wijziging {
  const inhoud = inhoudVan(wens);
  const { einddatum, volume, eenheid, frequentie, budget } = inhoud;
  const zelfdeOmvang = volume === bestaand.volume && eenheid === bestaand.eenheid && frequentie === bestaand.frequentie;
  const zelfde = zelfdeOmvang && budget === bestaand.budget;
  if (zelfde && einddatum === bestaand.einddatum) return { bestaand: { redenWijziging: null }, opvolger: null };
  const anderTotaal = bestaand.frequentie === '6' && frequentie === '6' && eenheid === bestaand.eenheid;
  const anderBudget = bestaand.budget !== null && budget !== null;
  if (zelfde || anderTotaal || anderBudget) {
    const gewijzigd = { einddatum, volume, eenheid, frequentie, budget, redenWijziging: DOOR_AANBIEDER };
    return { bestaand: gewijzigd, opvolger: null };
  }
  const laatste = plusDagen(wens.gewensteIngangsdatum, -1);
  return laatste < bestaand.ingangsdatum
    ? { bestaand: { einddatum: bestaand.ingangsdatum, redenWijziging: VERWIJDERD }, opvolger: inhoud }
    : { bestaand: { einddatum: laatste, redenWijziging: DOOR_AANBIEDER }, opvolger: inhoud };
}

export function inhoudVan({ gewensteIngangsdatum, einddatum, omvang, budget }: Wens): Inhoud {
  return {
    ingangsdatum: gewensteIngangsdatum,
    einddatum,
    volume: omvang?.volume ?? null,
    eenheid: omvang?.eenheid ?? null,
    frequentie: omvang?.frequentie ?? null,
    budget,
  };
}
