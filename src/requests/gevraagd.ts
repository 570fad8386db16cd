import type { Omvang } from '../signaalbudget/volume.ts';
import type { ElementPath } from '../standard/path.ts';
import type { Bericht, Groep } from '../xml/tree.ts';
import { lijstVan, waardeVan } from '../xml/tree.ts';

/** One AangevraagdProduct of a JW315, which is decided by itself (OP344). */
export interface GevraagdProduct {
  /** ReferentieAanbieder: the name of this request. */
  readonly referentie: string;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly ingangsdatum: string;
  readonly einddatum: string | null;
  readonly omvang: Omvang | null;
  /** Eurocents. */
  readonly budget: number | null;
  /** Type of the Verwijzer (COD327). */
  readonly verwijzer: string;
}

export interface Geboorte {
  readonly datum: string;
  /** DatumGebruik (COD170): which part of the date is not known; null when all of it is. */
  readonly gebruik: string | null;
}

export function leesGevraagd(bericht: Bericht): GevraagdProduct[] {
  return lijstVan(bericht.inhoud, 'Client/AangevraagdeProducten/AangevraagdProduct').map((product) => {
    const waarde = (pad: ElementPath) => waardeVan(product, pad) ?? null;
    const budget = waarde('Budget');
    return {
      referentie: waarde('ReferentieAanbieder') ?? '',
      categorie: waarde('Product/Categorie'),
      code: waarde('Product/Code'),
      ingangsdatum: waarde('ToewijzingIngangsdatum') ?? '',
      einddatum: waarde('ToewijzingEinddatum'),
      omvang: leesOmvang(product),
      budget: budget === null ? null : Number(budget),
      verwijzer: waarde('Verwijzer/Type') ?? '',
    };
  });
}

export function leesOmvang(product: Groep): Omvang | null {
  const volume = waardeVan(product, 'Omvang/Volume');
  const eenheid = waardeVan(product, 'Omvang/Eenheid');
  const frequentie = waardeVan(product, 'Omvang/Frequentie');
  if (volume === undefined || eenheid === undefined || frequentie === undefined) return null;
  return { volume: Number(volume), eenheid, frequentie };
}

export function leesGeboorte(bericht: Bericht): Geboorte {
  return {
    datum: waardeVan(bericht.inhoud, 'Client/Geboortedatum/Datum') ?? '',
    gebruik: waardeVan(bericht.inhoud, 'Client/Geboortedatum/DatumGebruik') ?? null,
  };
}

const NEE = '2';

/** GezagsdragerBekend 2 (COD260): the aanbieder says that it does not know. Absent says nothing. */
export function isGezagsdragerOnbekend({ inhoud }: Bericht): boolean {
  return waardeVan(inhoud, 'Client/GezagsdragerBekend') === NEE;
}
