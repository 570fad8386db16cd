import type { Subscription } from '../../../gateway/people/subscriptions.ts';
import { probleem } from '../../problems.ts';
import type { POST_ABONNEMENTEN } from '../../schemas/abonnementen.ts';
import type { Handler } from '../../vraag.ts';

/** GET /abonnementen. */
export const getAbonnementen: Handler = async ({ principal }, { gateway }) => ({
  status: 200,
  body: { abonnementen: (await gateway.subscriptions.list(principal)).map(toon) },
});

/** POST /abonnementen: a secret that the gateway made is shown here and never again. */
export const postAbonnement: Handler<typeof POST_ABONNEMENTEN> = async ({ principal, body }, { gateway }) => {
  const uitkomst = await gateway.subscriptions.make(principal, body);
  if (uitkomst.kind === 'invalid') return probleem('onjuiste-invoer', { fouten: uitkomst.fouten });
  if (uitkomst.kind === 'no-mail') {
    const detail =
      'Deze gateway stuurt geen mail: SMTP_URL is niet gezet. Neem een webhook, of vraag het wie de gateway draait.';
    return probleem('niet-mogelijk', { detail });
  }
  if (uitkomst.kind === 'too-many') {
    const detail = `U hebt al ${uitkomst.most} abonnementen; beëindig er eerst een.`;
    return probleem('niet-mogelijk', { detail });
  }
  const { subscription, geheim } = uitkomst;
  return {
    status: 201,
    headers: { location: `/api/v1/abonnementen/${subscription.id}`, 'cache-control': 'no-store' },
    body: { ...toon(subscription), ...(geheim === null ? {} : { geheim }) },
  };
};

/** DELETE /abonnementen/{id}. */
export const deleteAbonnement: Handler = async ({ principal, params }, { gateway }) =>
  (await gateway.subscriptions.end(principal, params.id ?? '')) ? { status: 204 } : probleem('niet-gevonden');

function toon({ id, partijen, regios, weg, adres, soorten, ritme, fout, ...momenten }: Subscription) {
  const { gemaaktOp, verteldOp, volgendeOp, foutSinds } = momenten;
  return {
    ...{ id, partijen, regios, weg, adres, soorten, ritme, fout },
    gemaaktOp: gemaaktOp.toISOString(),
    verteldOp: verteldOp?.toISOString() ?? null,
    volgendeOp: volgendeOp.toISOString(),
    foutSinds: foutSinds?.toISOString() ?? null,
  };
}
