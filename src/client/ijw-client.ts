import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CallMethod,
  type CallOptions,
  type CallPath,
  filledIn,
  type IjwDryRun,
  type IjwMessage,
  type IjwOutgoing,
  type ReplyOf,
  WITH_IDEMPOTENCY_KEY,
} from './calls.ts';
import { blocksOf, type IjwEvent } from './events.ts';
import { Http, type HttpOptions } from './http.ts';
import { IjwError } from './ijw-error.ts';

export type { CallMethod, CallOptions, CallPath, IjwDryRun, IjwMessage, IjwOutgoing, ReplyOf } from './calls.ts';
export type { IjwEvent } from './events.ts';
export type { HttpOptions as IjwClientOptions } from './http.ts';
export { IjwError, type Refusal } from './ijw-error.ts';

/** What became of a message that was sent. */
export interface SentMessage {
  readonly id: string;
  readonly status: IjwMessage['status'];
  /** The same bytes were sent before; this is what became of them then, and there was no second effect. */
  readonly repeated: boolean;
  /** With its verdict; null when there is none yet. */
  readonly message: IjwMessage | null;
}

/** A message that lay ready, with its bytes. */
export interface ReceivedMessage extends IjwOutgoing {
  /** Exactly as it was sent or composed. */
  readonly xml: Uint8Array;
  /** Say that you have it, once it is safe with you; may be said again. */
  confirm(): Promise<void>;
}

interface Ending {
  readonly signal?: AbortSignal;
}

/** The longest that the gateway waits in one call (s). */
const LONGEST_WAIT_S = 60;
/** Between two looks at a message that has no verdict yet: first and longest (ms). */
const FIRST_LOOK_MS = 500;
const LAST_LOOK_MS = 5_000;
/** Before the list is asked for again when all that it holds was given already and is not confirmed (ms). */
const UNCONFIRMED_MS = 5_000;
/** A stream that says nothing for so long is taken for broken; the gateway says something every ten seconds (ms). */
const SILENCE_MS = 35_000;

/**
 * A party's, operator's or beheerder's side of the gateway's HTTP API. Calls are repeated where that is safe: sending the
 * same bytes twice has one effect. Follows no redirects. Throws `IjwError` for what the gateway refuses.
 */
export class IjwClient {
  readonly #http: Http;

  constructor(options: HttpOptions) {
    this.#http = new Http(options);
  }

  /** Sends a message. Resolves once it is stored, and waits at most `waitSeconds` (0 to 60; default 30) for the verdict. */
  async send(xml: string | Uint8Array, options: Ending & { readonly waitSeconds?: number } = {}): Promise<SentMessage> {
    const waitSeconds = Math.min(options.waitSeconds ?? 30, LONGEST_WAIT_S);
    const asked = {
      ...{ method: 'POST', path: '/api/v1/berichten', body: bytesOf(xml), repeatable: true, waitSeconds },
      headers: { 'content-type': 'application/xml', ...(waitSeconds > 0 ? { prefer: `wait=${waitSeconds}` } : {}) },
      signal: options.signal,
    };
    return this.#http.exchange(asked, async (answer) => {
      const given = (await answer.json()) as IjwMessage;
      const repeated = answer.headers.get('idempotent-replay') === 'true';
      return { id: given.id, status: given.status, repeated, message: answer.status === 200 ? given : null };
    });
  }

  /** Sends a message and resolves with its verdict, however long that takes (`signal` ends it). */
  async sendAndWait(xml: string | Uint8Array, options: Ending = {}): Promise<IjwMessage> {
    const { id, message } = await this.send(xml, { ...options, waitSeconds: LONGEST_WAIT_S });
    return message ?? this.verdict(id, options);
  }

  /** The message once it is judged. */
  async verdict(id: string, { signal }: Ending = {}): Promise<IjwMessage> {
    for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 1.5, LAST_LOOK_MS)) {
      const message = await this.message(id, signal === undefined ? {} : { signal });
      if (message.status !== 'ontvangen') return message;
      await sleep(pause, undefined, signal === undefined ? {} : { signal });
    }
  }

  /** A message as it is now. */
  message(id: string, { signal }: Ending = {}): Promise<IjwMessage> {
    return this.call('get', '/api/v1/berichten/{id}', { params: { id }, ...(signal === undefined ? {} : { signal }) });
  }

  /** The bytes of a message. */
  async xml(id: string, { signal }: Ending = {}): Promise<Uint8Array> {
    const path = filledIn('/api/v1/berichten/{id}/xml', { id });
    const asked = { method: 'GET', path, repeatable: true, signal };
    return this.#http.exchange(asked, async (answer) => new Uint8Array(await answer.arrayBuffer()));
  }

  /** What would become of a message, with the answers that would go out; nothing is stored. */
  async dryRun(xml: string | Uint8Array, { signal }: Ending = {}): Promise<IjwDryRun> {
    const asked = {
      ...{ method: 'POST', path: '/api/v1/controle', body: bytesOf(xml), repeatable: true, signal },
      headers: { 'content-type': 'application/xml' },
    };
    return this.#http.exchange(asked, async (answer) => (await answer.json()) as IjwDryRun);
  }

  /**
   * What lies ready for this party, oldest first, and then what comes, until `signal` aborts. A message is confirmed when
   * your loop asks for the next one, so that one which your code failed on comes again; with `confirm: false` you say so
   * yourself. With `untilEmpty` it ends when nothing lies ready any more.
   */
  async *receive(
    options: Ending & {
      readonly type?: IjwOutgoing['type'];
      readonly confirm?: boolean;
      readonly untilEmpty?: boolean;
    } = {},
  ): AsyncGenerator<ReceivedMessage, void> {
    const { type, confirm = true, untilEmpty = false, signal } = options;
    /** Given and not confirmed: stands in the list still. */
    const given = new Set<string>();
    for (let na: string | undefined; signal?.aborted !== true; ) {
      const asked = { type, na, wait: na === undefined && !untilEmpty, signal };
      const page = await this.#outgoing(asked).catch((fout: unknown) => unlessEnded(fout, signal));
      if (page === undefined) return;
      const { berichten, volgende } = page;
      const fresh = berichten.filter(({ id }) => !given.has(id));
      for (const message of fresh) {
        const confirmed = async () => {
          await this.confirm([message.id]);
          given.delete(message.id);
        };
        given.add(message.id);
        yield { ...message, xml: await this.xml(message.id, options), confirm: confirmed };
        if (confirm && given.has(message.id)) await confirmed();
      }
      na = volgende ?? undefined;
      if (na !== undefined) continue;
      if (untilEmpty && fresh.length === 0) return;
      if (fresh.length === 0 && berichten.length > 0) await pause(UNCONFIRMED_MS, signal);
    }
  }

  /** Confirms receipt of these; ids that were never delivered to this party are given back. */
  async confirm(ids: readonly string[], options: Ending = {}): Promise<readonly string[]> {
    const unknown: string[] = [];
    for (let i = 0; i < ids.length; i += 500) {
      const body = { ids: ids.slice(i, i + 500) };
      unknown.push(...(await this.call('post', '/api/v1/uitgaand/bevestigingen', { body, ...options })).onbekend);
    }
    return unknown;
  }

  /**
   * What happens, as far as the key may see it, from now on or after a `position` that you kept; until `signal` aborts. A
   * line that breaks is taken up where it broke, so that nothing is missed and nothing comes twice.
   */
  async *events({ after, signal }: Ending & { readonly after?: string } = {}): AsyncGenerator<IjwEvent, void> {
    let last = after;
    while (signal?.aborted !== true) {
      const silent = new AbortController();
      const ends = signal === undefined ? silent.signal : AbortSignal.any([silent.signal, signal]);
      let timer = setTimeout(() => silent.abort(), SILENCE_MS);
      try {
        const headers: Record<string, string> = last === undefined ? {} : { 'last-event-id': last };
        const asked = { method: 'GET', path: '/api/v1/gebeurtenissen', headers, repeatable: true, signal: ends };
        const { body, status } = await this.#http.exchange(asked, (answer) => answer);
        if (body === null) throw new IjwError(status, NO_STREAM);
        for await (const { id, event } of blocksOf(body)) {
          clearTimeout(timer);
          if (event !== null) yield event;
          last = id ?? last;
          timer = setTimeout(() => silent.abort(), SILENCE_MS);
        }
      } catch (fout) {
        // What the gateway refuses it will refuse again; a line that broke is made anew.
        if (fout instanceof IjwError) throw fout;
      } finally {
        clearTimeout(timer);
        silent.abort();
      }
      await pause(1_000, signal);
    }
  }

  /** Any call of the document that takes and gives JSON. One that changes something is repeated only where that is safe. */
  async call<M extends CallMethod, P extends CallPath<M>>(
    method: M,
    path: P,
    options: CallOptions<M, P>,
  ): Promise<ReplyOf<M, P>> {
    const { params, query, body, signal } = options as LooseOptions;
    const name = `${method.toUpperCase()} ${path}`;
    const keyed = WITH_IDEMPOTENCY_KEY.includes(name);
    const asked = {
      ...{ method: method.toUpperCase(), path: filledIn(path, params), query: query ?? {}, signal },
      // Confirming twice is confirming once; the rest that is posted has an effect each time.
      repeatable: keyed || method !== 'post' ? method !== 'patch' : CONFIRMS.test(path),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(keyed ? { 'idempotency-key': randomUUID() } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const json = async (answer: Response) => (answer.status === 204 ? undefined : await answer.json());
    return (await this.#http.exchange(asked, json)) as ReplyOf<M, P>;
  }

  async #outgoing(asked: {
    readonly type: string | undefined;
    readonly na: string | undefined;
    readonly wait: boolean;
    readonly signal: AbortSignal | undefined;
  }): Promise<ReplyOf<'get', '/api/v1/uitgaand'>> {
    const { type, na, wait, signal } = asked;
    const waitSeconds = wait ? LONGEST_WAIT_S : 0;
    const headers: Record<string, string> = wait ? { prefer: `wait=${waitSeconds}` } : {};
    const list = {
      ...{ method: 'GET', path: '/api/v1/uitgaand', query: { type, na }, headers },
      ...{ repeatable: true, waitSeconds, signal },
    };
    return this.#http.exchange(list, async (answer) => (await answer.json()) as ReplyOf<'get', '/api/v1/uitgaand'>);
  }
}

interface LooseOptions extends Ending {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
}

const CONFIRMS = /\/bevestiging(?:en)?$/;
const NO_STREAM = { code: 'onleesbaar', detail: 'Het antwoord is geen stroom van gebeurtenissen.' };

function bytesOf(xml: string | Uint8Array): Uint8Array {
  return typeof xml === 'string' ? new TextEncoder().encode(xml) : xml;
}

/** That who asked has stopped asking is no error. */
function unlessEnded(fout: unknown, signal: AbortSignal | undefined): undefined {
  if (signal?.aborted !== true) throw fout;
}

/** Ends early, without an error, when the signal aborts. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return sleep(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}
