import { setTimeout as sleep } from 'node:timers/promises';
import { IjwError, type Refusal } from './ijw-error.ts';

export interface HttpOptions {
  /** Where the gateway is: `https://gateway.example`. */
  readonly url: string;
  /** The key that a beheerder made. */
  readonly sleutel: string;
  /** How long an answer may take, beside what the gateway was asked to wait (ms). Default 30,000. */
  readonly timeoutMs?: number;
  /** How often a call that may be repeated is sent at most. Default 5. */
  readonly tries?: number;
  /** The first wait before a repetition; doubles (ms). Default 500. */
  readonly firstWaitMs?: number;
  /** The longest that is waited because the gateway says so (Retry-After); beyond that the call fails (ms). Default 60,000. */
  readonly longestWaitMs?: number;
}

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal | undefined;
  /** False: is sent once, for nobody could tell whether it had its effect twice. */
  readonly repeatable: boolean;
  /** Seconds that the gateway was asked to wait. */
  readonly waitSeconds?: number;
}

const AGAIN = new Set([429, 502, 503, 504]);

/** The calls themselves: the key, no redirects, a time, and repetition where that has no second effect. */
export class Http {
  readonly #options: Required<HttpOptions>;

  constructor(options: HttpOptions) {
    const { url, sleutel } = options;
    const base = new URL(url);
    if (!/^https?:$/.test(base.protocol)) throw new TypeError('url must be an http or https address');
    if (sleutel === '') throw new TypeError('sleutel must not be empty');
    const waits = { firstWaitMs: options.firstWaitMs ?? 500, longestWaitMs: options.longestWaitMs ?? 60_000 };
    const { timeoutMs = 30_000, tries = 5 } = options;
    this.#options = { url: base.href.replace(/\/{1,9}$/, ''), sleutel, timeoutMs, tries, ...waits };
  }

  /** What `read` makes of an answer with a status below 300. Throws `IjwError` for any other. */
  async exchange<T>(asked: Exchange, read: (answer: Response) => T | Promise<T>): Promise<T> {
    const { tries, firstWaitMs, longestWaitMs } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#once(asked, read);
      if (!('error' in outcome)) return outcome.value;
      const { error, after } = outcome;
      const own = firstWaitMs * 2 ** (attempt - 1);
      const wait = after ?? own / 2 + Math.random() * (own / 2);
      if (!asked.repeatable || !outcome.again || attempt >= tries || wait > longestWaitMs) throw error;
      await sleep(wait, undefined, asked.signal === undefined ? {} : { signal: asked.signal });
    }
  }

  /** One attempt; what `read` takes falls within its time. */
  async #once<T>(asked: Exchange, read: (answer: Response) => T | Promise<T>): Promise<{ readonly value: T } | Failed> {
    const { method, path, query = {}, headers, body, signal, waitSeconds = 0 } = asked;
    const { url, sleutel, timeoutMs } = this.#options;
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
    const behind = search.size === 0 ? '' : `?${search.toString()}`;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeoutMs + waitSeconds * 1000);
    try {
      const answer = await fetch(`${url}${path}${behind}`, {
        method,
        headers: { authorization: `Bearer ${sleutel}`, ...headers },
        // Our key and the message would follow a redirect to wherever it points.
        redirect: 'manual',
        signal: signal === undefined ? late.signal : AbortSignal.any([late.signal, signal]),
        // The DOM's types, which come with the pages, want to know that no memory is shared.
        ...(body === undefined ? {} : { body: body as string | Uint8Array<ArrayBuffer> }),
      });
      return (await refused(answer)) ?? { value: await read(answer) };
    } catch (cause) {
      signal?.throwIfAborted();
      const detail = 'De gateway is niet te bereiken, of antwoordde niet binnen de tijd.';
      return { error: new IjwError(0, { code: 'onbereikbaar', detail }, cause), again: true };
    } finally {
      clearTimeout(timer);
    }
  }
}

interface Failed {
  readonly error: IjwError;
  /** May go better later. */
  readonly again: boolean;
  /** When the gateway says to come back (ms). */
  readonly after?: number;
}

async function refused(answer: Response): Promise<Failed | null> {
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  if (status < 400) {
    await answer.body?.cancel();
    const detail = 'De gateway verwijst naar een ander adres; dat wordt niet gevolgd. Geef het juiste adres op.';
    return { error: new IjwError(status, { code: 'omleiding', detail }), again: false };
  }
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  const error = new IjwError(status, await refusalOf(answer));
  return { error, again: AGAIN.has(status), ...(seconds >= 0 ? { after: seconds * 1000 } : {}) };
}

/** Whatever stands between may answer too, in a form of its own. */
async function refusalOf(answer: Response): Promise<Refusal> {
  const text = await answer.text().catch(() => '');
  try {
    const problem = JSON.parse(text) as Refusal;
    if (typeof problem.code === 'string' && typeof problem.detail === 'string') return problem;
  } catch {
    // Told below.
  }
  return { code: 'onleesbaar', detail: `Het antwoord (status ${answer.status}) is niet van de gateway.` };
}
