import type { Toewijzing } from '../dossier/toewijzing.ts';
import type { Omvang } from '../signaalbudget/volume.ts';
import { isNa, isVoor, plusDagen } from '../standard/datum.ts';

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
export interface GevraagdeWijziging {
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
export function wijzigingVoor(bestaand: Toewijzing, wens: Wens): GevraagdeWijziging {
  const inhoud = inhoudVan(aangevuld(wens, bestaand));
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
  return { bestaand: afgesloten(bestaand, plusDagen(wens.gewensteIngangsdatum, -1)), opvolger: inhoud };
}

/** What the old toewijzing becomes when `laatste` is the last day that it may hold; never more than it was. */
function afgesloten({ ingangsdatum, einddatum }: Toewijzing, laatste: string): GevraagdeWijziging['bestaand'] {
  if (isVoor(laatste, ingangsdatum)) return { einddatum: ingangsdatum, redenWijziging: VERWIJDERD };
  const alEerder = einddatum !== null && !isNa(einddatum, laatste);
  return alEerder ? { redenWijziging: null } : { einddatum: laatste, redenWijziging: DOOR_AANBIEDER };
}

/** A wish without omvang and without Budget leaves the Budget as it is: it is about the Einddatum. */
function aangevuld(wens: Wens, { budget }: Toewijzing): Wens {
  return wens.budget === null && wens.omvang === null ? { ...wens, budget } : wens;
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
