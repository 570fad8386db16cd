import type { components, paths } from './generated/api.ts';

type Schemas = components['schemas'];
/** A message with its verdict. */
export type IjwMessage = Schemas['Bericht'];
/** What lies ready for a party. */
export type IjwOutgoing = Schemas['Uitgaand'];
/** What would become of a message. */
export type IjwDryRun = ReplyOf<'post', '/api/v1/controle'>;

export type CallMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** Paths that know this method. */
export type CallPath<M extends CallMethod> = {
  [P in keyof paths]: paths[P] extends { readonly [K in M]: object } ? P : never;
}[keyof paths];

type Operation<M extends CallMethod, P extends CallPath<M>> = paths[P] extends { readonly [K in M]: infer O }
  ? O
  : never;
type ParametersOf<O, Where extends string> = O extends { readonly parameters: { readonly [K in Where]?: infer V } }
  ? Exclude<V, undefined>
  : never;
type JsonOf<C> = C extends { readonly content: { readonly 'application/json': infer J } } ? J : never;
type BodyIn<O> = O extends { readonly requestBody?: infer B } ? JsonOf<Exclude<B, undefined>> : never;
type Optional<Name extends string, V> = [V] extends [never] ? object : { readonly [K in Name]?: V };
type Needed<Name extends string, V> = [V] extends [never] ? object : { readonly [K in Name]: V };

/** What a call takes, by the document. */
export type CallOptions<M extends CallMethod, P extends CallPath<M>> = Needed<
  'params',
  ParametersOf<Operation<M, P>, 'path'>
> &
  Optional<'query', ParametersOf<Operation<M, P>, 'query'>> &
  Needed<'body', BodyIn<Operation<M, P>>> & { readonly signal?: AbortSignal };

/** The JSON that a call gives when it went well. */
export type ReplyOf<M extends CallMethod, P extends CallPath<M>> =
  Operation<M, P> extends { readonly responses: infer R }
    ? { [S in keyof R]: S extends 200 | 201 | 202 ? JsonOf<R[S]> : never }[keyof R]
    : never;

/** Calls that change something and may be repeated because they take an Idempotency-Key; a test holds them to the document. */
export const WITH_IDEMPOTENCY_KEY: readonly string[] = [
  'POST /api/v1/werkbak/{id}',
  'PUT /api/v1/toewijzingen/{gemeente}/{nummer}/signaalbudget',
];

/** `/berichten/{id}` with its values, each as one part of an address. */
export function filledIn(path: string, params: Readonly<Record<string, unknown>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
}
