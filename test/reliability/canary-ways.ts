import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { schrijfEnvelop } from '../../src/xml/stuf/write-envelope.ts';
import { BEHEERDER } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { type SmtpSink, startSmtp } from '../servers/smtp.ts';
import { startWebhookServer, type WebhookServer } from '../servers/webhook.ts';
import { envelop } from '../xml/stuf/make.ts';

const AANBIEDER = '42420001';
const GEMEENTE = '0362';

/** Ways beside HTTP: a folder for the gemeente, a webhook and envelopes for the aanbieder, mail for an operator. */
export class CanaryWays {
  readonly #map: string;
  readonly #folder: string;
  readonly #hook: WebhookServer;
  readonly #smtp: SmtpSink;
  readonly #said: string[] = [];

  private constructor(hook: WebhookServer, smtp: SmtpSink) {
    this.#map = mkdtempSync(join(tmpdir(), 'ijw-kanarie-weg-'));
    this.#folder = join(this.#map, 'kanalen');
    mkdirSync(this.#folder, { mode: 0o700 });
    [this.#hook, this.#smtp] = [hook, smtp];
  }

  static async start(): Promise<CanaryWays> {
    const [hook, smtp] = await Promise.all([startWebhookServer(), startSmtp()]);
    return new CanaryWays(hook, smtp);
  }

  get env(): Record<string, string> {
    const mail = { SMTP_URL: this.#smtp.url, MAIL_VAN: 'gateway@voorbeeld.nl' };
    return { KANAAL_MAP: this.#folder, WEBHOOK_PRIVE: 'ja', ...mail };
  }

  /** Before anything is sent. The first that goes to the webhook fails, so that there is a signal to mail. */
  async open(url: string): Promise<void> {
    const client = new HttpClient(url);
    const set = (partij: string, to: object) => client.json('PUT', `/api/v1/partijen/${partij}/kanaal`, BEHEERDER, to);
    await set(GEMEENTE, { kanaal: 'map' });
    await set(AANBIEDER, { kanaal: 'webhook', url: this.#hook.url });
    let first = true;
    this.#hook.answer(() => {
      const answer = first ? 500 : 204;
      first = false;
      return answer;
    });
    const { sleutel } = await client.json<{ sleutel: string }>('POST', '/api/v1/sleutels', BEHEERDER, {
      ...{ naam: 'Wacht', rol: 'operator', regios: ['AA'] },
    });
    await client.json('POST', '/api/v1/abonnementen', sleutel, { weg: 'mail', adres: 'wacht@voorbeeld.nl' });
  }

  /** Brings these as files of the gemeente and in envelopes of the aanbieder, one envelope with a person in its own fields. */
  async bring(url: string, sleutel: string, files: readonly Uint8Array[]): Promise<void> {
    for (const [nr, bytes] of files.entries()) {
      const to = join(this.#folder, 'in', GEMEENTE, `b${nr}.xml`);
      writeFileSync(`${this.#folder}/.b${nr}`, bytes);
      renameSync(`${this.#folder}/.b${nr}`, to);
    }
    const authorization = `Basic ${Buffer.from(`${AANBIEDER}:${sleutel}`).toString('base64')}`;
    const whose = { zender: { organisatie: AANBIEDER, applicatie: 'Zwaluwstaart' }, functie: 'JW305' };
    for (const [nr, bytes] of files.entries()) {
      const one = envelop({
        ...whose,
        ontvanger: { organisatie: GEMEENTE, applicatie: 'Zwaluwstaart' },
        referentienummer: nr === 0 ? 'Zwaluwstaart 999900006' : `9c0f7b90-5c69-41e5-a837-0800200c9a6${nr % 10}`,
      });
      const answer = await fetch(`${url}/stuf/ggk0210/OntvangAsynchroon`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml; charset=utf-8', authorization },
        body: Buffer.from(schrijfEnvelop(one, bytes)),
      });
      // It repeats who sent it by which application, as the standard asks.
      this.#said.push((await answer.text()).replace(/<[^>]*applicatie>Zwaluwstaart</g, '<'));
    }
  }

  /** Waits until the files were dealt with and a mail came. */
  async settled(): Promise<void> {
    const done = () => ['verwerkt', 'geweigerd'].flatMap((under) => this.#files(under)).length;
    for (let left = 600; left > 0 && (done() < 6 || this.#smtp.mails.length === 0); left--) await sleep(100);
  }

  #files(under: string): string[] {
    return readdirSync(join(this.#folder, under, GEMEENTE));
  }

  /** How many came by each way: of none that was not used it says anything. */
  get used(): Readonly<Record<'files' | 'hooks' | 'mails' | 'envelopes', number>> {
    const files = ['verwerkt', 'geweigerd'].flatMap((under) => this.#files(under)).length;
    return { files, hooks: this.#hook.hooks.length, mails: this.#smtp.mails.length, envelopes: this.#said.length };
  }

  /** All that was told by them but messages themselves: names and reports of files, headers and addresses, mails, answers. */
  told(): string[] {
    const reports = ['verwerkt', 'geweigerd'].flatMap((under) =>
      this.#files(under).map((name) =>
        name.endsWith('.json') ? readFileSync(join(this.#folder, under, GEMEENTE, name), 'utf8') : name,
      ),
    );
    const hooks = this.#hook.hooks.map(({ path, headers }) => JSON.stringify([path, headers]));
    const names = readdirSync(this.#folder, { recursive: true, encoding: 'utf8' });
    return [...reports, ...names, ...hooks, ...this.#said, ...this.#smtp.mails];
  }

  async stop(): Promise<void> {
    await Promise.all([this.#hook.stop(), this.#smtp.stop()]);
    rmSync(this.#map, { recursive: true, force: true });
  }
}
