import { volumeBinnen, waardeVanOmvang } from '../signaalbudget/bedrag.ts';
import type { Omvang } from '../signaalbudget/volume.ts';
import type { Afgesproken } from './afgesproken.ts';
import type { GevraagdProduct } from './gevraagd.ts';
import { leeftijdPast } from './leeftijd.ts';
import { type Aanvraag, type Afwijzing, redenVanAfwijzing } from './reden-afwijzing.ts';

/** Why a request waits for the gemeente; shown in the werkbak, with texts in teksten.ts. */
export type WerkbakReden =
  | 'regime-gemeente'
  | 'zonder-productcode'
  | 'zonder-einddatum'
  | 'toestemming-lokaal-team'
  | 'geboortedatum-onbekend'
  | 'gezagsdrager-onbekend'
  | 'waarde-onbekend'
  | 'boven-signaalbudget'
  | 'gedeelde-referentie'
  | 'zonder-postadres'
  | 'andere-toewijzingen'
  | 'antwoord-in-strijd'
  | 'verzoek-om-wijziging'
  | 'toewijzing-geweigerd';

/** What an honoured request gets. */
export interface Toekenning {
  readonly omvang: Omvang;
  /** Eurocents: the fixed signaalbudget of the product, where it has one. */
  readonly signaalbudget: number | null;
}

/** What happens to one AangevraagdProduct that the levels let pass (docs/decisions/requests.md). */
export type Uitkomst =
  | { readonly kind: 'refused'; readonly afwijzing: Afwijzing }
  | { readonly kind: 'granted'; readonly toekenning: Toekenning }
  /** Waits for the gemeente, and the aanbieder is told so at once (JW319, VerzoekAntwoord 2). */
  | { readonly kind: 'under-review'; readonly redenen: readonly WerkbakReden[] }
  | { readonly kind: 'waiting'; readonly redenen: readonly WerkbakReden[] };

export function uitkomstVan(aanvraag: Aanvraag): Uitkomst {
  const afwijzing = redenVanAfwijzing(aanvraag);
  if (afwijzing !== null) return { kind: 'refused', afwijzing };
  const redenen = redenenOmTeWachten(aanvraag);
  const toekenning = toekenningVan(aanvraag);
  if (redenen.length === 0 && toekenning !== null) return { kind: 'granted', toekenning };
  if (redenen.length === 0) return { kind: 'waiting', redenen: ['waarde-onbekend'] };
  const automatisch = aanvraag.afgesproken.regime?.toewijzen === 'automatisch';
  return automatisch && redenen.includes('boven-signaalbudget')
    ? { kind: 'under-review', redenen }
    : { kind: 'waiting', redenen };
}

function redenenOmTeWachten(aanvraag: Aanvraag): WerkbakReden[] {
  const { gevraagd, geboorte, afgesproken } = aanvraag;
  const { product, regime } = afgesproken;
  const redenen: WerkbakReden[] = [];
  if (regime?.toewijzen !== 'automatisch') redenen.push('regime-gemeente');
  if (gevraagd.code === null) redenen.push('zonder-productcode');
  if (zonderNodigEinde(aanvraag)) redenen.push('zonder-einddatum');
  if (product?.toestemming === 'lokaal-team') redenen.push('toestemming-lokaal-team');
  if (product !== undefined && leeftijdPast(product, geboorte, gevraagd.ingangsdatum) === 'onbekend') {
    redenen.push('geboortedatum-onbekend');
  }
  if (aanvraag.gezagsdragerOnbekend === true) redenen.push('gezagsdrager-onbekend');
  if (product !== undefined && !zonderNodigEinde(aanvraag)) {
    const waarde = gevraagdeWaarde(aanvraag);
    if (waarde === null) redenen.push('waarde-onbekend');
    else if (product.signaalbudget !== null && waarde > product.signaalbudget) redenen.push('boven-signaalbudget');
  }
  return redenen;
}

/** A volume per day, week or month adds up to nothing while there is no end. */
function zonderNodigEinde({ gevraagd: { omvang, einddatum } }: Aanvraag): boolean {
  return omvang !== null && omvang.frequentie !== '6' && einddatum === null;
}

/** What is asked for, in eurocents; null when the contract cannot compute it. */
export function gevraagdeWaarde({
  gevraagd,
  afgesproken: { product, regel },
}: Pick<Aanvraag, 'gevraagd' | 'afgesproken'>): number | null {
  const { omvang } = gevraagd;
  if (omvang === null || product === undefined || regel === undefined) return null;
  // Euros where the contract has a price per unit: nobody agreed what is delivered for them.
  const vreemd = omvang.eenheid === '83' && product.eenheid !== '83' && regel.tarief !== null;
  if (vreemd && product.signaalbudget === null) return null;
  return waardeVanOmvang(omvang, gevraagd, regel);
}

/** The fixed signaalbudget of the product, or else what was asked; null when no volume fits the budget. */
function toekenningVan({ gevraagd, afgesproken }: Aanvraag): Toekenning | null {
  if (afgesproken.product === undefined || gevraagd.omvang === null) return null;
  const { signaalbudget } = afgesproken.product;
  return signaalbudget === null ? { omvang: gevraagd.omvang, signaalbudget } : vasteToekenning(afgesproken);
}

/** The fixed signaalbudget where the product has one and the request is within it; else null. */
export function toekenningBinnenBudget(gevraagd: GevraagdProduct, afgesproken: Afgesproken): Toekenning | null {
  const budget = afgesproken.product?.signaalbudget ?? null;
  const waarde = gevraagdeWaarde({ gevraagd, afgesproken });
  return budget === null || waarde === null || waarde > budget ? null : vasteToekenning(afgesproken);
}

/** Exactly the fixed signaalbudget of the product; null where it has none or no volume fits. */
export function vasteToekenning({ product, regel }: Afgesproken): Toekenning | null {
  const signaalbudget = product?.signaalbudget ?? null;
  if (product === undefined || regel === undefined || signaalbudget === null) return null;
  const volume = volumeBinnen(signaalbudget, product.eenheid, regel);
  if (volume === null || volume < 1) return null;
  return { omvang: { volume, eenheid: product.eenheid, frequentie: '6' }, signaalbudget };
}
