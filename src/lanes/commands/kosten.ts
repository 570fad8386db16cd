import type { Scope } from '../../access/scope.ts';
import type { Afspraken } from '../../agreements/afspraken.ts';
import { waardeVanToewijzing } from '../../signaalbudget/waarde.ts';
import type { DossierStore } from '../../store/dossier/contract.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/**
 * What a decision costs more than before when all of it is used, eurocents. Null where it assigns nothing, or the
 * agreements cannot tell of one of its toewijzingen.
 */
export async function kostenVan(
  { mutaties }: Pick<Verdict, 'mutaties'>,
  afspraken: Afspraken,
  store: Pick<DossierStore, 'toewijzing'>,
  scope: Scope,
): Promise<number | null> {
  const wordt = mutaties.flatMap((mutatie) => (mutatie.soort === 'toewijzing' ? [mutatie.toewijzing] : []));
  if (wordt.length === 0) return null;
  let som = 0;
  for (const een of wordt) {
    const { gemeente, nummer, sleutel } = een;
    const nu = nummer === null ? undefined : await store.toewijzing(afspraken.familie(gemeente), nummer, scope);
    const was = nu?.huidig.sleutel === sleutel ? waardeVanToewijzing(nu.huidig, afspraken) : 0;
    const waarde = waardeVanToewijzing(een, afspraken);
    if (was === null || waarde === null) return null;
    som += waarde - was;
  }
  return som;
}
