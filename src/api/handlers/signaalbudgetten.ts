import { percentageVan } from '../../signaalbudget/ledger.ts';
import { aandeel, DOEL } from '../../signaalbudget/verdeling.ts';
import { vooruitblik } from '../../signaalbudget/vooruitblik.ts';
import type { BudgetFilter, SignaalbudgetBeeld } from '../../store/budgets/contract.ts';
import { bladzijdeVan } from '../bladzijde.ts';
import type { GET_SIGNAALBUDGETTEN, GET_VERDELING } from '../schemas/signaalbudgetten.ts';
import type { Api, ApiRequest, Handler } from '../vraag.ts';
import { zichtVan } from '../zicht.ts';

/** GET /signaalbudgetten: what was used of each, and when it is used up at the present rate. */
export const getSignaalbudgetten: Handler<typeof GET_SIGNAALBUDGETTEN> = async (vraag, api) => {
  const bladzijde = bladzijdeVan(vraag.query);
  const gevonden = await api.gateway.store.budgets({ ...(await filterVan(vraag, api)), ...bladzijde });
  const volgende = gevonden.length < bladzijde.limit ? null : (gevonden.at(-1)?.sleutel ?? null);
  return { status: 200, body: { signaalbudgetten: gevonden.map(toon), volgende } };
};

/** GET /signaalbudgetten/verdeling: the share of toewijzingen within the fixed budget, per product and aanbieder. */
export const getVerdeling: Handler<typeof GET_VERDELING> = async (vraag, api) => {
  const rijen = await api.gateway.store.budgetShares(await filterVan(vraag, api));
  return { status: 200, body: { doel: DOEL, verdeling: rijen.map((rij) => ({ ...rij, aandeel: aandeel(rij) })) } };
};

type Gevraagd = Pick<ApiRequest<typeof GET_VERDELING>, 'sleutel' | 'query'>;

async function filterVan(vraag: Gevraagd, { gateway }: Api): Promise<BudgetFilter> {
  const zicht = await zichtVan(vraag.sleutel, gateway);
  const { gemeente, aanbieder } = vraag.query;
  return {
    ...(zicht.kind === 'regios' ? { regios: zicht.regios } : {}),
    ...(zicht.kind === 'partijen' ? { partijen: zicht.partijen } : {}),
    ...(gemeente === undefined ? {} : { gemeente }),
    ...(aanbieder === undefined ? {} : { aanbieder }),
  };
}

function toon(beeld: SignaalbudgetBeeld) {
  const { sleutel: _sleutel, nummer, signaalId, signaalStand, gedeclareerdTot, ...rest } = beeld;
  return {
    ...rest,
    toewijzingNummer: nummer,
    percentage: percentageVan(beeld.gebruikt, beeld.bedrag),
    gedeclareerdTot,
    vooruitblik: vooruitblik(beeld),
    signaal: signaalId === null ? null : { id: signaalId, stand: signaalStand },
  };
}
