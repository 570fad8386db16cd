import type { Address } from '../../gateway/dossiers.ts';
import { IDEMPOTENTIE_UITLEG, idempotentieVan } from '../idempotentie.ts';
import { invoerToets } from '../invoer.ts';
import { probleem } from '../problems.ts';
import type { ApiRequest, Handler } from '../vraag.ts';
import { toonToewijzing } from '../weergave.ts';

/** How long a grant waits for its lane before it is answered with an address. */
const WACHT_MS = 30_000;

/** GET /toewijzingen/{gemeente}/{nummer}: for its two parties; others that open it are written down. */
export const getToewijzing: Handler = async (vraag, { gateway }) => {
  const adres = adresVan(vraag);
  const beeld = adres === undefined ? undefined : await gateway.dossiers.openToewijzing(vraag.principal, adres);
  if (beeld === undefined) return probleem('niet-gevonden');
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: toonToewijzing(beeld) };
};

/** The toewijzing that the path names; undefined when it cannot be one. */
export function adresVan({ params }: ApiRequest): Address | undefined {
  const { gemeente = '', nummer = '' } = params;
  if (!/^\d{4}$/.test(gemeente) || !/^\d{1,9}$/.test(nummer)) return undefined;
  return { gemeente, nummer: Number(nummer) };
}

interface Toekenning {
  readonly bedrag: number;
  readonly reden: string;
  readonly plan?: string | null;
}

const toets = invoerToets<Toekenning>({
  type: 'object',
  required: ['bedrag', 'reden'],
  additionalProperties: false,
  properties: {
    bedrag: { type: 'integer', minimum: 1, maximum: 99_999_999_999 },
    reden: { type: 'string', minLength: 1, maxLength: 2000 },
    plan: { type: ['string', 'null'], maxLength: 2000 },
  },
});

/** PUT …/signaalbudget: a maatwerksignaalbudget, in eurocents; 200 with the toewijzing once its lane has taken it. */
export const putSignaalbudget: Handler = async (vraag, { gateway }) => {
  const invoer = toets(vraag.body);
  if (invoer.kind === 'fout') return invoer.antwoord;
  const idempotentie = idempotentieVan(vraag);
  if (idempotentie === undefined) return probleem('ongeldige-kopregel', { detail: IDEMPOTENTIE_UITLEG });
  const toewijzing = adresVan(vraag);
  if (toewijzing === undefined) return probleem('niet-gevonden');
  const { bedrag, reden, plan = null } = invoer.waarde;
  const gevraagd = { bedrag, reden, plan, idempotentie };
  const uitkomst = await gateway.budgets.grant(vraag.principal, toewijzing, gevraagd, WACHT_MS);
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'refused') return probleem('niet-mogelijk', { detail: uitkomst.reden });
  if (uitkomst.kind === 'done') return { status: 200, body: toonToewijzing(uitkomst.toewijzing) };
  if (uitkomst.kind === 'key-reused') return probleem('sleutel-hergebruikt');
  const adres = `/api/v1/opdrachten/${uitkomst.opdracht}`;
  return { status: 202, headers: { location: adres }, body: { opdracht: uitkomst.opdracht, adres } };
};
