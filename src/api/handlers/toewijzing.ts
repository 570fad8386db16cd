import type { Address } from '../../gateway/dossiers.ts';
import { IDEMPOTENTIE_UITLEG, idempotentieVan } from '../idempotentie.ts';
import { probleem } from '../problems.ts';
import { REDEN_UITLEG, redenVan } from '../reden.ts';
import type { PUT_SIGNAALBUDGET } from '../schemas/toewijzingen.ts';
import type { ApiRequest, Handler } from '../vraag.ts';
import { toonToewijzing } from '../weergave.ts';

/** How long a grant waits for its lane before it is answered with an address. */
const WACHT_MS = 30_000;

/** GET /toewijzingen/{gemeente}/{nummer}: for its two parties; others that open it are written down. */
export const getToewijzing: Handler = async (vraag, { gateway }) => {
  const reden = redenVan(vraag.header);
  if (reden === undefined) return probleem('ongeldige-kopregel', { detail: REDEN_UITLEG });
  const beeld = await gateway.dossiers.openToewijzing(vraag.principal, adresVan(vraag), reden);
  if (beeld === undefined) return probleem('niet-gevonden');
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: toonToewijzing(beeld) };
};

/** The toewijzing that the path names. */
export function adresVan({ params }: Pick<ApiRequest, 'params'>): Address {
  const { gemeente = '', nummer = '' } = params;
  return { gemeente, nummer: Number(nummer) };
}

/** PUT …/signaalbudget: a maatwerksignaalbudget, in eurocents; 200 with the toewijzing once its lane has taken it. */
export const putSignaalbudget: Handler<typeof PUT_SIGNAALBUDGET> = async (vraag, { gateway }) => {
  const idempotentie = idempotentieVan(vraag);
  if (idempotentie === undefined) return probleem('ongeldige-kopregel', { detail: IDEMPOTENTIE_UITLEG });
  const { bedrag, reden, plan = null } = vraag.body;
  const gevraagd = { bedrag, reden, plan, idempotentie };
  const uitkomst = await gateway.budgets.grant(vraag.principal, adresVan(vraag), gevraagd, WACHT_MS);
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'refused') return probleem('niet-mogelijk', { detail: uitkomst.reden });
  if (uitkomst.kind === 'done') return { status: 200, body: toonToewijzing(uitkomst.toewijzing) };
  if (uitkomst.kind === 'key-reused') return probleem('sleutel-hergebruikt');
  const adres = `/api/v1/opdrachten/${uitkomst.opdracht}`;
  return { status: 202, headers: { location: adres }, body: { opdracht: uitkomst.opdracht, adres } };
};
