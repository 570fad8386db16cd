import { afterAll } from 'vitest';
import { newWebhookSecret } from '../../../src/channels/webhook-secret.ts';
import { Poster } from '../../../src/connectors/post-bytes.ts';
import { webhookOut } from '../../../src/connectors/webhook/webhook.ts';
import { startWebhookServer, type WebhookServer } from '../../servers/webhook.ts';
import { type PartyAnswer, type WayOutAtWork, wayOutContract } from '../contract.ts';

const ANSWERS: Readonly<Record<PartyAnswer, number | 'break'>> = { take: 204, busy: 503, never: 400, lost: 'break' };
const servers: WebhookServer[] = [];
const poster = new Poster({ privateAllowed: true });

afterAll(async () => {
  poster.close();
  await Promise.all(servers.map((server) => server.stop()));
});

/** Each channel has a server of its own; the path tells the party. */
async function webhook(channel: string): Promise<WayOutAtWork> {
  const server = await startWebhookServer();
  servers.push(server);
  const geheim = newWebhookSecret();
  const settingsOf = (party: string) => ({ url: `${server.url}${party}`, geheim });
  const seen: { id: string; party: string; bytes: Uint8Array }[] = [];
  let how: (id: string) => PartyAnswer | Promise<PartyAnswer> = () => 'take';
  server.answer(async ({ headers, path, body }) => {
    const id = String(headers['webhook-id']);
    seen.push({ id, party: path.slice(1), bytes: body });
    return ANSWERS[await how(id)];
  });
  return {
    connector: webhookOut({ settingsOf, poster, now: () => new Date() }, channel),
    seen,
    answer: (anders) => {
      how = anders;
    },
    givesUp: false,
  };
}

wayOutContract('webhook', webhook);
