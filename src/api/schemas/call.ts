import type { ProbleemCode } from '../problems.ts';
import type { ApiSchema, ObjectSchema } from './json-schema.ts';
import type { ValueOf } from './value-of.ts';

/** Headers of a request that mean something to a call. */
export type HeaderName = 'Prefer' | 'Idempotency-Key' | 'Last-Event-ID' | 'IJW-Reden' | 'If-Match';

/** An answer that is no problem. */
export interface ReplySchema {
  /** Dutch, one line. */
  readonly description: string;
  /** Of a JSON answer; others have a media type, 204 has neither. */
  readonly schema?: ApiSchema;
  /** Media types in place of JSON, or beside it when there is a schema too. */
  readonly media?: readonly string[];
  readonly example?: unknown;
}

/** What one call takes and gives. */
export interface CallSchema {
  /** What it does: Dutch, one line. */
  readonly summary: string;
  /** Of the names in the path; absent when there are none. */
  readonly params?: ObjectSchema;
  /** Of the query; absent: it takes none, and refuses any. */
  readonly query?: ObjectSchema;
  /** Of a JSON body, when the API checks it; see `document` for one that is checked elsewhere. */
  readonly body?: ApiSchema;
  /** What a body looks like that something behind the API checks. */
  readonly document?: ApiSchema;
  readonly headers?: readonly HeaderName[];
  readonly replies: Readonly<Record<number, ReplySchema>>;
  /** Problems of its own, beside those that any such call may give. */
  readonly problems?: readonly ProbleemCode[];
  readonly example?: {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string | number | boolean>>;
    readonly body?: unknown;
  };
}

/** Keeps the literal types of a schema, so that handlers are typed by it. */
export const call = <const C extends CallSchema>(schema: C): C => schema;

/** What a handler gets of the query: nothing where the call takes none. */
export type QueryOf<C> = C extends { readonly query: infer Q } ? ValueOf<Q> : Readonly<Record<string, never>>;
/** Of the body, where the API checks it. */
export type BodyOf<C> = C extends { readonly body: infer B } ? ValueOf<B> : unknown;
