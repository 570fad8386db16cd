import type { HttpClient } from '../../servers/http-client.ts';
import { startWebhookServer, type WebhookServer } from '../../servers/webhook.ts';
import { Mailbox } from '../mailbox.ts';
import type { Party } from '../party.ts';
import { HttpParty } from './http.ts';

/** Sends by HTTP, and is posted to. */
export class WebhookParty extends Mailbox implements Party {
  readonly code: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly #server: WebhookServer;
  readonly #sender: HttpParty;

  private constructor(code: string, http: HttpClient, server: WebhookServer) {
    super();
    this.code = code;
    this.#server = server;
    this.#sender = new HttpParty(code, http);
    this.settings = { kanaal: 'webhook', url: server.url };
  }

  static async make(code: string, http: HttpClient): Promise<WebhookParty> {
    return new WebhookParty(code, http, await startWebhookServer());
  }

  async open(): Promise<void> {
    this.#server.answer(({ headers, body }) => {
      this.take({ id: String(headers['webhook-id']), type: String(headers['ijw-type']), xml: body.toString() });
      return 204;
    });
  }

  send(bytes: Uint8Array, name: string): Promise<void> {
    return this.#sender.send(bytes, name);
  }

  async close(): Promise<void> {
    await this.#sender.close();
    await this.#server.stop();
  }
}
