import type { Scope } from '../../access/scope.ts';
import type { Afspraken } from '../../agreements/afspraken.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { bovenVast } from '../../signaalbudget/boven-vast.ts';
import { waardeVanToewijzing } from '../../signaalbudget/waarde.ts';
import type { DossierStore } from '../../store/dossier/contract.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** What a decision costs, eurocents; kept with it for who decided, since tariffs change. */
export interface Kosten {
  /** More than before when all of it is used; null where it assigns nothing, or the agreements cannot tell of one of its toewijzingen. */
  readonly kosten: number | null;
  /** The fixed signaalbudgetten of what it assigns; null where none of it has one. */
  readonly vast: number | null;
  /** By how much what it assigns is above those; null where that cannot be told of one of them. */
  readonly boven: number | null;
}

export async function kostenVan(
  { mutaties }: Pick<Verdict, 'mutaties'>,
  afspraken: Afspraken,
  store: Pick<DossierStore, 'toewijzing'>,
  scope: Scope,
): Promise<Kosten> {
  const wordt = mutaties.flatMap((mutatie) => (mutatie.soort === 'toewijzing' ? [mutatie.toewijzing] : []));
  let kosten: number | null = wordt.length === 0 ? null : 0;
  let vast: number | null = null;
  let boven: number | null = 0;
  for (const een of wordt) {
    const { gemeente, nummer, sleutel } = een;
    const nu = nummer === null ? undefined : await store.toewijzing(afspraken.familie(gemeente), nummer, scope);
    const was = nu?.huidig.sleutel === sleutel ? waardeVanToewijzing(nu.huidig, afspraken) : 0;
    const waarde = waardeVanToewijzing(een, afspraken);
    kosten = kosten === null || was === null || waarde === null ? null : kosten + waarde - was;
    const budget = vastBudget(een, afspraken);
    if (budget === null) continue;
    vast = (vast ?? 0) + budget;
    const meer = bovenVast(budget, waarde, een);
    boven = boven === null || meer === null ? null : boven + meer;
  }
  return { kosten, vast, boven };
}

/** The fixed signaalbudget of the product of a toewijzing, eurocents; null where it has none. */
export function vastBudget(
  { gemeente, categorie, code, ingangsdatum }: Toewijzing,
  afspraken: Afspraken,
): number | null {
  const regime = afspraken.regime(gemeente, ingangsdatum);
  if (regime === undefined) return null;
  return afspraken.product(regime.code, categorie ?? '', code ?? '')?.signaalbudget ?? null;
}
