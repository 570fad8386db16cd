import type { Afspraken } from '../agreements/afspraken.ts';
import type { Signaalbudget, Toewijzing } from '../dossier/toewijzing.ts';
import { HOOGSTE_VOLUME, volumeBinnen, waardeVanOmvang } from '../signaalbudget/bedrag.ts';
import { signaalbudgetVan } from '../signaalbudget/maximum.ts';
import { afgesprokenVoor } from './afgesproken.ts';
import type { Anders, BudgetKeuze } from './besluit-keuze.ts';
import type { BesluitReden } from './besluit-reden.ts';
import type { GevraagdProduct } from './gevraagd.ts';
import { toekenningBinnenBudget, vasteToekenning } from './uitkomst.ts';

export type ToewijzingInhoud = Pick<
  Toewijzing,
  'categorie' | 'code' | 'ingangsdatum' | 'einddatum' | 'volume' | 'eenheid' | 'frequentie' | 'budget'
>;

/** What a decision to assign gives one AangevraagdProduct, with the signaalbudget that belongs to it. */
export type ToeTeWijzen =
  | { readonly kind: 'assigned'; readonly inhoud: ToewijzingInhoud; readonly signaalbudget: Signaalbudget | null }
  | { readonly kind: 'refused'; readonly reden: BesluitReden };

interface Vraag {
  readonly gevraagd: GevraagdProduct;
  readonly anders: Anders;
  readonly budget: BudgetKeuze | null;
  readonly partijen: { readonly gemeente: string; readonly aanbieder: string };
}

const TOTAAL = '6';

/**
 * As asked, or as the gemeente decides otherwise (IV094): the agreements are those of the product and day that it decides
 * on. What is within the fixed signaalbudget of the product gets that one; what the gemeente gives above it is its own
 * choice, and `maatwerk` makes a total of it (docs/decisions/signaalbudget.md).
 */
export function toeTeWijzen(vraag: Vraag, afspraken: Afspraken): ToeTeWijzen {
  const { partijen, budget } = vraag;
  if (budget?.soort === 'maatwerk') return maatwerk(vraag, budget.bedrag, afspraken);
  const besloten = beslotenProduct(vraag.gevraagd, vraag.anders);
  const afgesproken = afgesprokenVoor(besloten, partijen, afspraken);
  const vast =
    budget?.soort === 'standaard'
      ? vasteToekenning(afgesproken)
      : kiestOmvang(vraag.anders)
        ? null
        : toekenningBinnenBudget(besloten, afgesproken);
  if (budget?.soort === 'standaard' && vast === null) return { kind: 'refused', reden: 'zonder-signaalbudget' };
  const inhoud = inhoudMet(besloten, vast === null ? besloten : { omvang: vast.omvang, budget: null });
  const bedrag = vast?.signaalbudget ?? null;
  const signaalbudget: Signaalbudget | null =
    bedrag === null ? signaalbudgetVan({ ...inhoud, ...partijen }, afspraken) : { soort: 'standaard', bedrag };
  return { kind: 'assigned', inhoud, signaalbudget };
}

/** A total, because only that may change later under the same number; a volume that the gemeente names is that total. */
function maatwerk(vraag: Vraag, bedragGegeven: number | null, afspraken: Afspraken): ToeTeWijzen {
  const { gevraagd, anders, partijen } = vraag;
  if (anders.frequentie !== null && anders.frequentie !== TOTAAL) return { kind: 'refused', reden: 'geen-totaal' };
  const eigenVolume = anders.volume !== null;
  const besloten = beslotenProduct(gevraagd, eigenVolume ? { ...anders, frequentie: TOTAAL } : anders);
  const { omvang, budget } = besloten;
  if (omvang === null && budget !== null) return maatwerkBudget(besloten, bedragGegeven ?? budget);
  const { product, regel } = afgesprokenVoor(besloten, partijen, afspraken);
  if (product === undefined || regel === undefined || product.zorgcategorie !== 'ambulant') {
    return { kind: 'refused', reden: 'zonder-signaalbudget' };
  }
  const bedrag = bedragGegeven ?? (omvang === null ? null : waardeVanOmvang(omvang, besloten, regel));
  if (bedrag === null) return { kind: 'refused', reden: 'waarde-onbekend' };
  const zelf = eigenVolume && bedragGegeven === null ? omvang : null;
  const eenheid = zelf?.eenheid ?? anders.eenheid ?? product.eenheid;
  const volume = zelf?.volume ?? volumeBinnen(bedrag, eenheid, regel);
  if (volume === null) return { kind: 'refused', reden: 'waarde-onbekend' };
  if (volume < 1 || volume >= HOOGSTE_VOLUME) return { kind: 'refused', reden: 'bedrag-ongeldig' };
  const inhoud = inhoudMet(besloten, { omvang: { volume, eenheid, frequentie: TOTAAL }, budget: null });
  return { kind: 'assigned', inhoud, signaalbudget: { soort: 'maatwerk', bedrag } };
}

function maatwerkBudget(besloten: GevraagdProduct, bedrag: number): ToeTeWijzen {
  if (bedrag > HOOGSTE_VOLUME) return { kind: 'refused', reden: 'bedrag-ongeldig' };
  const inhoud = inhoudMet(besloten, { omvang: null, budget: bedrag });
  return { kind: 'assigned', inhoud, signaalbudget: { soort: 'maatwerk', bedrag } };
}

/** The request with the changes in it; of another categorie the code that was asked for says nothing. */
function beslotenProduct(gevraagd: GevraagdProduct, anders: Anders): GevraagdProduct {
  const andereCategorie = anders.categorie !== null && anders.categorie !== gevraagd.categorie;
  return {
    ...gevraagd,
    categorie: anders.categorie ?? gevraagd.categorie,
    code: anders.code ?? (andereCategorie ? null : gevraagd.code),
    ingangsdatum: anders.ingangsdatum ?? gevraagd.ingangsdatum,
    einddatum: anders.einddatum ?? gevraagd.einddatum,
    omvang: omvangVan(gevraagd, anders),
    budget: anders.budget ?? gevraagd.budget,
  };
}

/** A Budget in place of an omvang, unless the gemeente names both; then the rules say what is wrong with that. */
function omvangVan({ omvang }: GevraagdProduct, anders: Anders): GevraagdProduct['omvang'] {
  if (anders.budget !== null && anders.volume === null) return null;
  const volume = anders.volume ?? omvang?.volume;
  const eenheid = anders.eenheid ?? omvang?.eenheid;
  const frequentie = anders.frequentie ?? omvang?.frequentie;
  if (volume === undefined || eenheid === undefined || frequentie === undefined) return null;
  return { volume, eenheid, frequentie };
}

function kiestOmvang({ volume, eenheid, frequentie, budget }: Anders): boolean {
  return [volume, eenheid, frequentie, budget].some((veld) => veld !== null);
}

function inhoudMet(besloten: GevraagdProduct, keuze: Pick<GevraagdProduct, 'omvang' | 'budget'>): ToewijzingInhoud {
  const { categorie, code, ingangsdatum, einddatum } = besloten;
  return {
    ...{ categorie, code, ingangsdatum, einddatum },
    volume: keuze.omvang?.volume ?? null,
    eenheid: keuze.omvang?.eenheid ?? null,
    frequentie: keuze.omvang?.frequentie ?? null,
    budget: keuze.budget,
  };
}
