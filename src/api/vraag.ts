import type { Action } from '../access/actions.ts';
import type { Sleutelkast } from '../access/keys/sleutelkast.ts';
import type { Principal } from '../access/principal.ts';
import type { Sessiekast } from '../access/sessions/sessiekast.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Beurten, Zwaarte } from './beurten.ts';
import type { ApiReply } from './reply.ts';
import type { BodyOf, CallSchema, QueryOf } from './schemas/call.ts';
import type { Streams } from './stream/streams.ts';

export type { ApiReply } from './reply.ts';

/** What handlers work with. */
export interface Api {
  readonly gateway: Gateway;
  readonly sleutels: Sleutelkast;
  /** Who is signed in at the pages. */
  readonly sessies: Sessiekast;
  readonly metrics: Metrics;
  readonly beurten: Readonly<Record<Zwaarte, Beurten>>;
  readonly streams: Streams;
  readonly nu: () => Date;
}

/** A request as a handler sees it: nothing of fastify, so that a handler is a plain function. */
export interface ApiRequest<C extends CallSchema = CallSchema> {
  readonly principal: Principal;
  readonly params: Readonly<Record<string, string>>;
  /** With the types and defaults of the schema; nothing else stands in it. */
  readonly query: QueryOf<C>;
  /** Value of a header, lower-case name; repeated ones joined with a comma. */
  readonly header: (naam: string) => string | undefined;
  /** Who asks by now: a key may be ended or changed during a call that waits; null when it may not ask this any more. */
  readonly current: () => Promise<Principal | null>;
  /** Aborts when nobody waits for the answer any more, or the server stops. */
  readonly until: () => AbortSignal;
  /** Bytes of an XML body, the value of a JSON body as the schema lets it pass, undefined without one. */
  readonly body: BodyOf<C>;
}

/** A handler of one call is typed by its schema: `Handler<typeof GET_BERICHTEN>`. */
export type Handler<C extends CallSchema = CallSchema> = (vraag: ApiRequest<C>, api: Api) => Promise<ApiReply>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly pad: string;
  /** What it asks of the gateway; who may follows from it. */
  readonly action: Action;
  /** What the body must be: `bericht` is XML or a zip, `document` is JSON that may be long, `geen` takes any and looks at none. */
  readonly body: 'bericht' | 'xml' | 'json' | 'document' | 'geen';
  /** What it costs, when it waits for its turn; `proef?`: only when it asks for a trial (`?proef=true`). */
  readonly zwaarte?: Zwaarte | 'proef?';
  /** What it takes and gives: refuses the rest, and stands in openapi.json. */
  readonly schema: CallSchema;
  readonly handler: Handler;
}

/** The bytes of an XML body or a zip; empty when there was none. */
export function bytesVan(vraag: { readonly body: unknown }): Uint8Array {
  return vraag.body instanceof Uint8Array ? vraag.body : new Uint8Array();
}
