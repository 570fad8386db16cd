/** Somebody at a browser without scripts, over a real line: keeps cookies, follows no redirects, fills in tokens of forms. */
export class LineBrowser {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  static async signedIn(url: string, sleutel: string): Promise<LineBrowser> {
    const browser = new LineBrowser(url);
    const { status } = await browser.send('/aanmelden', { sleutel });
    if (status !== 303) throw new Error(`signing in gave ${status}`);
    return browser;
  }

  async get(path: string): Promise<{ status: number; text: string; bytes: Uint8Array }> {
    return this.#ask(path);
  }

  /** With the token of the page at `from`. */
  async send(path: string, fields: Readonly<Record<string, string>>, from = path) {
    const csrf = await this.token(from);
    return this.#ask(path, new URLSearchParams({ csrf, ...fields }));
  }

  /** What a form must bring along. */
  async token(from: string): Promise<string> {
    return /name="csrf" value="([^"]+)"/.exec((await this.get(from)).text)?.[1] ?? '';
  }

  /** A body as it is. */
  post(path: string, body: Uint8Array, headers: Readonly<Record<string, string>>) {
    return this.#ask(path, body, headers);
  }

  /** As a script of a page would. */
  put(path: string, headers: Readonly<Record<string, string>>) {
    return this.#ask(path, new Uint8Array(), headers, 'PUT');
  }

  async #ask(
    path: string,
    body?: URLSearchParams | Uint8Array,
    headers: Readonly<Record<string, string>> = {},
    method = 'POST',
  ) {
    const response = await fetch(this.#url + path, {
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { method, body: body instanceof Uint8Array ? new Uint8Array(body) : body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, text: Buffer.from(bytes).toString('utf8'), bytes };
  }
}
