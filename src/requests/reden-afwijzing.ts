import type { Toewijzing } from '../dossier/toewijzing.ts';
import { isVerwijderd } from '../rules/history/client.ts';
import { isStapeling } from '../rules/stapeling.ts';
import { dagenTotEnMet, isNa } from '../standard/datum.ts';
import type { Afgesproken } from './afgesproken.ts';
import type { Geboorte, GevraagdProduct } from './gevraagd.ts';
import { leeftijdPast } from './leeftijd.ts';

/** RedenAfwijzingVerzoek (WJ759), as far as the agreements can tell it. */
export type RedenAfwijzing = '3' | '4' | '6' | '9';

/** All that a reason may look at. */
export interface Aanvraag {
  readonly gevraagd: GevraagdProduct;
  readonly geboorte: Geboorte;
  /** The aanbieder does not know who has authority over the child; only the gemeente can tell (OP002). */
  readonly gezagsdragerOnbekend?: boolean;
  readonly afgesproken: Afgesproken;
  /** What this gemeente assigned to this aanbieder for this client. */
  readonly toewijzingen: readonly Toewijzing[];
}

/** Names the reason in reports and signals; texts stand in teksten.ts. */
export type AfwijzingCode =
  | 'geen-contract'
  | 'onderaannemer'
  | 'taakgericht'
  | 'product-buiten-contract'
  | 'periode-buiten-contract'
  | 'al-toegewezen'
  | 'leeftijd'
  | 'verwijzer'
  | 'langer-dan-maximum';

export interface Afwijzing {
  readonly code: AfwijzingCode;
  readonly reden: RedenAfwijzing;
}

interface Reden extends Afwijzing {
  readonly geldt: (aanvraag: Aanvraag) => boolean;
}

/** Why a request is refused, in order; the first that holds goes out as JW319 (docs/decisions/requests.md). */
const REDENEN: readonly Reden[] = [
  {
    code: 'geen-contract',
    reden: '3',
    geldt: ({ afgesproken: a }) => a.regime === undefined || a.contract === undefined,
  },
  { code: 'onderaannemer', reden: '4', geldt: ({ afgesproken }) => afgesproken.contract?.rol === 'onderaannemer' },
  { code: 'taakgericht', reden: '4', geldt: ({ afgesproken }) => afgesproken.regime?.variant === 'taakgericht' },
  { code: 'product-buiten-contract', reden: '4', geldt: isProductBuitenContract },
  { code: 'periode-buiten-contract', reden: '4', geldt: isPeriodeBuitenContract },
  { code: 'al-toegewezen', reden: '6', geldt: isAlToegewezen },
  { code: 'leeftijd', reden: '9', geldt: isBuitenLeeftijd },
  { code: 'verwijzer', reden: '4', geldt: isVerwijzerVreemd },
  { code: 'langer-dan-maximum', reden: '4', geldt: isTeLang },
];

/** The first reason to refuse a request; null when it is honoured, at once or by the gemeente. */
export function redenVanAfwijzing(aanvraag: Aanvraag): Afwijzing | null {
  const reden = REDENEN.find(({ geldt }) => geldt(aanvraag));
  return reden === undefined ? null : { code: reden.code, reden: reden.reden };
}

/** Every reason that could refuse, in order, and whether it holds: the checks that the gemeente sees. */
export function controlesVan(aanvraag: Aanvraag): { readonly code: AfwijzingCode; readonly holds: boolean }[] {
  return REDENEN.map(({ code, geldt }) => ({ code, holds: geldt(aanvraag) }));
}

function isProductBuitenContract({ gevraagd, afgesproken }: Aanvraag): boolean {
  return gevraagd.code !== null && (afgesproken.product === undefined || afgesproken.regel === undefined);
}

/** The contract is in force on the first day; here whether it is so to the last. */
function isPeriodeBuitenContract({ gevraagd, afgesproken }: Aanvraag): boolean {
  const tot = afgesproken.contract?.geldigTot ?? null;
  return tot !== null && (gevraagd.einddatum === null || isNa(gevraagd.einddatum, tot));
}

function isAlToegewezen({ gevraagd, toewijzingen }: Aanvraag): boolean {
  const { categorie, code, ingangsdatum: begin, einddatum: einde } = gevraagd;
  return toewijzingen.some(
    (t) =>
      !isVerwijderd(t) &&
      isStapeling(
        { categorie, code, begin, einde },
        { categorie: t.categorie, code: t.code, begin: t.ingangsdatum, einde: t.einddatum },
      ),
  );
}

function isBuitenLeeftijd({ gevraagd, geboorte, afgesproken: { product } }: Aanvraag): boolean {
  return product !== undefined && leeftijdPast(product, geboorte, gevraagd.ingangsdatum) === 'buiten';
}

function isVerwijzerVreemd({ gevraagd, afgesproken: { product } }: Aanvraag): boolean {
  return product !== undefined && !product.verwijzers.includes(gevraagd.verwijzer);
}

/** Both days counted; without an Einddatum it has no end. */
function isTeLang({ gevraagd, afgesproken: { product } }: Aanvraag): boolean {
  const maximum = product?.maxDagen ?? null;
  if (maximum === null) return false;
  const { ingangsdatum, einddatum } = gevraagd;
  return einddatum === null || dagenTotEnMet(ingangsdatum, einddatum) > maximum;
}
