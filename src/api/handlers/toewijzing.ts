import type { ToewijzingBeeld } from '../../store/dossier/contract.ts';
import { IDEMPOTENTIE_UITLEG, idempotentieVan } from '../idempotentie.ts';
import { probleem } from '../problems.ts';
import type { PUT_SIGNAALBUDGET } from '../schemas/toewijzingen.ts';
import type { Api, ApiRequest, Handler } from '../vraag.ts';
import { toonToewijzing } from '../weergave.ts';
import { moetBoeken, partijenVan } from '../zicht.ts';

/** How long a grant waits for its lane before it is answered with an address. */
const WACHT_MS = 30_000;

/** GET /toewijzingen/{gemeente}/{nummer}: for its two parties; others that open it are written down. */
export const getToewijzing: Handler = async (vraag, api) => {
  const beeld = await vindToewijzing(vraag, api);
  if (beeld === undefined) return probleem('niet-gevonden');
  if (moetBoeken(vraag.sleutel)) {
    const { gemeente, nummer } = vraag.params;
    await api.gateway.store.audit(vraag.sleutel.id, 'toewijzing-geopend', `${gemeente}/${nummer}`, api.nu());
  }
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: toonToewijzing(beeld) };
};

/** The toewijzing in the address, for those who may see it. */
export async function vindToewijzing(
  vraag: Pick<ApiRequest, 'sleutel' | 'params'>,
  { gateway }: Api,
): Promise<ToewijzingBeeld | undefined> {
  const { gemeente = '', nummer = '' } = vraag.params;
  const afspraken = await gateway.afspraken();
  const codes = [...new Set([gemeente, ...afspraken.familie(gemeente)])];
  const beeld = await gateway.store.toewijzing(codes, Number(nummer));
  if (beeld === undefined) return undefined;
  const { sleutel } = vraag;
  if (sleutel.rol === 'beheerder') return beeld;
  const { huidig } = beeld;
  if (sleutel.rol === 'operator') {
    const regio = afspraken.regioVan(huidig.gemeente);
    return regio !== null && (sleutel.regios ?? []).includes(regio) ? beeld : undefined;
  }
  const partijen = await partijenVan(sleutel, gateway);
  return partijen.includes(huidig.gemeente) || partijen.includes(huidig.aanbieder) ? beeld : undefined;
}

/** PUT …/signaalbudget: a maatwerksignaalbudget, in eurocents; 200 with the toewijzing once its lane has taken it. */
export const putSignaalbudget: Handler<typeof PUT_SIGNAALBUDGET> = async (vraag, api) => {
  const idempotentie = idempotentieVan(vraag);
  if (idempotentie === undefined) return probleem('ongeldige-kopregel', { detail: IDEMPOTENTIE_UITLEG });
  const beeld = await vindToewijzing(vraag, api);
  if (beeld === undefined || beeld.huidig.nummer === null) return probleem('niet-gevonden');
  const { bedrag, reden, plan = null } = vraag.body;
  const uitkomst = await api.gateway.grant(
    {
      gemeente: beeld.huidig.gemeente,
      nummer: beeld.huidig.nummer,
      bedrag,
      reden,
      plan,
      partij: vraag.sleutel.partij ?? '',
      idempotentie,
    },
    WACHT_MS,
  );
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'refused') return probleem('niet-mogelijk', { detail: uitkomst.reden });
  if (uitkomst.kind === 'done') return { status: 200, body: toonToewijzing(uitkomst.toewijzing) };
  if (uitkomst.kind === 'key-reused') return probleem('sleutel-hergebruikt');
  const adres = `/api/v1/opdrachten/${uitkomst.opdracht}`;
  return { status: 202, headers: { location: adres }, body: { opdracht: uitkomst.opdracht, adres } };
};
