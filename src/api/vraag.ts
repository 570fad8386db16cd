import type { Action } from '../access/actions.ts';
import type { Sleutelkast } from '../access/keys/sleutelkast.ts';
import type { Principal } from '../access/principal.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Beurten, Zwaarte } from './beurten.ts';
import type { Metrics } from './metrics.ts';

/** What handlers work with. */
export interface Api {
  readonly gateway: Gateway;
  readonly sleutels: Sleutelkast;
  readonly metrics: Metrics;
  readonly beurten: Readonly<Record<Zwaarte, Beurten>>;
  readonly nu: () => Date;
}

/** A request as a handler sees it: nothing of fastify, so that a handler is a plain function. */
export interface ApiRequest {
  readonly principal: Principal;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Value of a header, lower-case name; repeated ones joined with a comma. */
  readonly header: (naam: string) => string | undefined;
  /** Bytes of an XML body, the value of a JSON body, undefined without one. */
  readonly body: unknown;
}

export interface ApiReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written as JSON unless it is text or bytes; absent: no content. */
  readonly body?: unknown;
}

export type Handler = (vraag: ApiRequest, api: Api) => Promise<ApiReply>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly pad: string;
  /** What it asks of the gateway; who may follows from it. */
  readonly action: Action;
  /** What the body must be: `document` is JSON that may be long, `geen` takes any and looks at none. */
  readonly body: 'xml' | 'json' | 'document' | 'geen';
  /** What it costs, when it waits for its turn; `proef?`: only when it asks for a trial (`?proef=true`). */
  readonly zwaarte?: Zwaarte | 'proef?';
  readonly handler: Handler;
}

/** The bytes of an XML body; empty when there was none. */
export function bytesVan(vraag: ApiRequest): Uint8Array {
  return vraag.body instanceof Uint8Array ? vraag.body : new Uint8Array();
}
