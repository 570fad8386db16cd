import type { InjectOptions } from 'fastify';
import type { Opstelling, Wie } from '../api/opstelling.ts';

/** Somebody at a browser without scripts: keeps cookies, follows no redirects, and fills in the token of a form. */
export class Visitor {
  readonly #o: Opstelling;
  readonly #cookies = new Map<string, string>();

  readonly #from: string | undefined;

  constructor(o: Opstelling, from?: string) {
    this.#o = o;
    this.#from = from;
  }

  static async signedIn(o: Opstelling, wie: Wie): Promise<Visitor> {
    const visitor = new Visitor(o);
    await visitor.signIn(o.sleutels[wie]);
    return visitor;
  }

  async ask(options: InjectOptions) {
    const cookie = [...this.#cookies].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ');
    const antwoord = await this.#o.app.inject({
      ...(this.#from === undefined ? {} : { remoteAddress: this.#from }),
      ...options,
      headers: { cookie, ...options.headers },
    });
    for (const { name, value } of antwoord.cookies) {
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return antwoord;
  }

  get(url: string, headers: Record<string, string> = {}) {
    return this.ask({ method: 'GET', url, headers });
  }

  /** With the token that the page at `van` holds. */
  async send(url: string, velden: Readonly<Record<string, string>>, van = url) {
    const csrf = /name="csrf" value="([^"]+)"/.exec((await this.get(van)).payload)?.[1] ?? '';
    return this.post(url, { csrf, ...velden });
  }

  post(url: string, velden: Readonly<Record<string, string>>) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.ask({ method: 'POST', url, headers, payload: new URLSearchParams(velden).toString() });
  }

  /** A form with files in it. */
  async sendFiles(url: string, velden: Readonly<Record<string, string>>, files: readonly File[], veld = 'document') {
    const form = new FormData();
    form.set('csrf', /name="csrf" value="([^"]+)"/.exec((await this.get(url)).payload)?.[1] ?? '');
    for (const [naam, waarde] of Object.entries(velden)) form.set(naam, waarde);
    for (const file of files) form.append(veld, file);
    const made = new Response(form);
    const headers = { 'content-type': made.headers.get('content-type') ?? '' };
    return this.ask({ method: 'POST', url, headers, payload: Buffer.from(await made.arrayBuffer()) });
  }

  signIn(sleutel: string) {
    return this.send('/aanmelden', { sleutel });
  }
}
