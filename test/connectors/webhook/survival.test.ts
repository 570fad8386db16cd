import { Webhook } from 'standardwebhooks';
import { newWebhookSecret } from '../../../src/channels/webhook-secret.ts';
import { startWebhookServer, type WebhookServer } from '../../servers/webhook.ts';
import { type Arrived, type WayUnderTest, waySurvives } from '../survival.ts';

/** One server for all parties; the path tells whose hook it is. */
async function webhooks(): Promise<WayUnderTest> {
  const parties = new Map<string, { readonly arrived: Arrived[]; readonly webhook: Webhook }>();
  let server = await startWebhookServer();
  const { url } = server;
  const listen = (to: WebhookServer) =>
    to.answer(({ path, headers, body }) => {
      const party = parties.get(path.slice(1));
      if (party === undefined) return 404;
      const [id, type] = [String(headers['webhook-id']), String(headers['ijw-type'])];
      const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
      if (party.webhook.sign(id, at, body.toString('utf8')) !== headers['webhook-signature']) return 401;
      party.arrived.push({ id, type, answers: headers['ijw-in-antwoord-op']?.toString() ?? null, bytes: body });
      return 204;
    });
  listen(server);
  return {
    env: { WEBHOOK_PRIVE: 'ja' },
    party: async (code) => {
      const geheim = newWebhookSecret();
      const arrived: Arrived[] = [];
      parties.set(code, { arrived, webhook: new Webhook(geheim) });
      return { system: { arrived }, settings: { kanaal: 'webhook', url: `${url}${code}`, geheim } };
    },
    restart: async () => {
      await server.stop();
      await new Promise((resolve) => setTimeout(resolve, 500));
      server = await startWebhookServer(Number(new URL(url).port));
      listen(server);
    },
    stop: () => server.stop(),
  };
}

waySurvives('webhook', webhooks);
