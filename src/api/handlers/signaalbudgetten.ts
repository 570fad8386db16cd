import type { SignaalbudgetBeeld } from '../../gateway/budgets.ts';
import { percentageVan } from '../../signaalbudget/ledger.ts';
import { aandeel, DOEL } from '../../signaalbudget/verdeling.ts';
import { vooruitblik } from '../../signaalbudget/vooruitblik.ts';
import { bladzijdeVan } from '../bladzijde.ts';
import type { GET_SIGNAALBUDGETTEN, GET_VERDELING } from '../schemas/signaalbudgetten.ts';
import type { ApiRequest, Handler } from '../vraag.ts';

/** GET /signaalbudgetten: what was used of each, and when it is used up at the present rate. */
export const getSignaalbudgetten: Handler<typeof GET_SIGNAALBUDGETTEN> = async ({ principal, query }, { gateway }) => {
  const { items, next } = await gateway.budgets.list(principal, { ...gevraagd(query), ...bladzijdeVan(query) });
  return { status: 200, body: { signaalbudgetten: items.map(toon), volgende: next } };
};

/** GET /signaalbudgetten/verdeling: the share of toewijzingen within the fixed budget, per product and aanbieder. */
export const getVerdeling: Handler<typeof GET_VERDELING> = async ({ principal, query }, { gateway }) => {
  const rijen = await gateway.budgets.shares(principal, gevraagd(query));
  return { status: 200, body: { doel: DOEL, verdeling: rijen.map((rij) => ({ ...rij, aandeel: aandeel(rij) })) } };
};

function gevraagd({ gemeente, aanbieder }: ApiRequest<typeof GET_VERDELING>['query']) {
  return { ...(gemeente === undefined ? {} : { gemeente }), ...(aanbieder === undefined ? {} : { aanbieder }) };
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
