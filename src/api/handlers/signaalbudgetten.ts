import type { SignaalbudgetBeeld } from '../../gateway/budgets.ts';
import { percentageVan } from '../../signaalbudget/ledger.ts';
import { aandeel, DOEL } from '../../signaalbudget/verdeling.ts';
import { vooruitblik } from '../../signaalbudget/vooruitblik.ts';
import { BLADZIJDE_UITLEG, bladzijdeVan } from '../bladzijde.ts';
import { probleem } from '../problems.ts';
import type { ApiRequest, Handler } from '../vraag.ts';

/** GET /signaalbudgetten: what was used of each, and when it is used up at the present rate. */
export const getSignaalbudgetten: Handler = async (vraag, { gateway }) => {
  const bladzijde = bladzijdeVan(vraag, 100);
  if (bladzijde === undefined) return probleem('ongeldige-parameter', { detail: BLADZIJDE_UITLEG });
  const { items, next } = await gateway.budgets.list(vraag.principal, { ...gevraagd(vraag), ...bladzijde });
  return { status: 200, body: { signaalbudgetten: items.map(toon), volgende: next } };
};

/** GET /signaalbudgetten/verdeling: the share of toewijzingen within the fixed budget, per product and aanbieder. */
export const getVerdeling: Handler = async (vraag, { gateway }) => {
  const rijen = await gateway.budgets.shares(vraag.principal, gevraagd(vraag));
  return { status: 200, body: { doel: DOEL, verdeling: rijen.map((rij) => ({ ...rij, aandeel: aandeel(rij) })) } };
};

function gevraagd({ query: { gemeente, aanbieder } }: ApiRequest) {
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
