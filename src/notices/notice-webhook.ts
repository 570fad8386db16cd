import { lineFault } from '../connectors/line-fault.ts';
import type { Poster } from '../connectors/post-bytes.ts';
import { signature } from '../connectors/webhook/signature.ts';
import type { Subscription } from '../gateway/people/subscriptions.ts';
import { type Notice, type Sent, totalOf } from './notice.ts';

/** Posts what is told, signed by Standard Webhooks as messages are; nothing follows a redirect. */
export async function postNotice(
  poster: Pick<Poster, 'post'>,
  { adres, geheim }: Pick<Subscription, 'adres' | 'geheim'>,
  notice: Notice,
  now: Date,
): Promise<Sent> {
  const body = Buffer.from(JSON.stringify(noticeJson(notice)));
  const timestamp = Math.floor(now.getTime() / 1_000);
  const headers = {
    'webhook-id': notice.id,
    'webhook-timestamp': String(timestamp),
    ...(geheim === null ? {} : { 'webhook-signature': signature(geheim, notice.id, timestamp, body) }),
    'content-type': 'application/json',
    'user-agent': 'ijw-gateway',
  };
  try {
    const { status } = await poster.post(adres, headers, body);
    return status >= 200 && status < 300 ? { kind: 'sent' } : { kind: 'failed', code: `http-${status}` };
  } catch (fout) {
    const outcome = lineFault(fout);
    return { kind: 'failed', code: outcome.kind === 'failed' ? outcome.code : 'verbinding' };
  }
}

function noticeJson(notice: Notice): object {
  const { subscription: abonnement, trial, counts, first, day } = notice;
  return {
    abonnement,
    ...(trial ? { proef: true } : {}),
    totaal: totalOf(notice),
    aantallen: Object.fromEntries(counts),
    signalen: first.map(({ kind: soort, ...rest }) => ({ soort, ...rest })),
    ...(day === null ? {} : { dag: day.date, ontvangen: Object.fromEntries(day.received), aandacht: day.attention }),
  };
}
