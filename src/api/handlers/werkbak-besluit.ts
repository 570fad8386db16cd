import type { BeslissingUitkomst } from '../../gateway/werkbak.ts';
import { IDEMPOTENTIE_UITLEG, idempotentieVan } from '../idempotentie.ts';
import { probleem } from '../problems.ts';
import type { POST_WERKBAK } from '../schemas/werkbak.ts';
import type { ApiReply, Handler } from '../vraag.ts';
import { resultaatVan } from './opdracht.ts';
import { beslissingUit } from './werkbak-invoer.ts';

/** How long a decision waits for its lane before it is answered with an address. */
const WACHT_MS = 30_000;

/**
 * POST /werkbak/{id}: the gemeente decides; 200 with the messages that go out once the lane has taken it. With
 * `?proef=true` the same answer and no effect.
 */
export const postWerkbak: Handler<typeof POST_WERKBAK> = async (vraag, { gateway }) => {
  const idempotentie = idempotentieVan(vraag);
  if (idempotentie === undefined) return probleem('ongeldige-kopregel', { detail: IDEMPOTENTIE_UITLEG });
  const { principal } = vraag;
  const beslissing = { ...beslissingUit(vraag.body), item: vraag.params.id ?? '', idempotentie };
  if (!vraag.query.proef) return toonUitkomst(await gateway.werkbak.decide(principal, beslissing, WACHT_MS));
  const uitkomst = await gateway.werkbak.tryDecision(principal, beslissing);
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'refused') return geweigerd(uitkomst.waarom.reden, { ...uitkomst.waarom });
  const { antwoorden, signalen } = uitkomst;
  return { status: 200, headers: GEHEIM, body: { proef: true, antwoorden, signalen } };
};

const GEHEIM = { 'cache-control': 'no-store' };

function toonUitkomst(uitkomst: BeslissingUitkomst): ApiReply {
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'key-reused') return probleem('sleutel-hergebruikt');
  const { opdracht } = uitkomst;
  const adres = `/api/v1/opdrachten/${opdracht}`;
  if (uitkomst.kind === 'pending') return { status: 202, headers: { location: adres }, body: { opdracht, adres } };
  const { stand, resultaat = {} } = uitkomst.uitkomst;
  if (uitkomst.uitkomst.stand === 'geweigerd') return geweigerd(uitkomst.uitkomst.reden, resultaat);
  return {
    status: 200,
    headers: GEHEIM,
    body: { opdracht, stand, ...resultaatVan(resultaat), antwoorden: uitkomst.antwoorden },
  };
}

/** 422 with the rules that it breaks, 409 with what happened. */
function geweigerd(detail: string, { soort, bevindingen, gebeurd }: Readonly<Record<string, unknown>>): ApiReply {
  const fouten = Array.isArray(bevindingen) ? (bevindingen as readonly unknown[]) : [];
  const bij = { detail, ...(fouten.length > 0 ? { fouten } : {}) };
  if (soort === 'regel') return probleem('besluit-in-strijd', bij);
  return probleem('niet-mogelijk', gebeurd == null ? bij : { ...bij, leden: { gebeurd } });
}
