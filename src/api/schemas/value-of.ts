declare const VALUE: unique symbol;

/** A schema that says less than we know of its values: their type is T. */
export type Typed<T> = Readonly<Record<string, unknown>> & { readonly [VALUE]?: T };

interface Simple {
  readonly string: string;
  readonly integer: number;
  readonly boolean: boolean;
  readonly null: null;
}

/**
 * The type of what a schema lets pass, for the few forms in which calls take something: names of types, enums, lists and
 * closed objects. A property with a default is always there. Anything else is unknown.
 */
export type ValueOf<S> = S extends { readonly [VALUE]?: infer T }
  ? [unknown] extends [T]
    ? Plain<S>
    : Exclude<T, undefined>
  : Plain<S>;

type Plain<S> = S extends { readonly enum: readonly (infer E)[] }
  ? E
  : S extends { readonly properties: infer P; readonly type: infer T }
    ? ObjectOf<P, S extends { readonly required: readonly (infer R)[] } ? R : never> | NullOf<T>
    : S extends { readonly type: 'array'; readonly items: infer I }
      ? readonly ValueOf<I>[]
      : S extends { readonly type: readonly (infer T)[] }
        ? Named<T>
        : S extends { readonly type: infer T }
          ? Named<T>
          : unknown;

type Named<T> = T extends keyof Simple ? Simple[T] : unknown;
type NullOf<T> = T extends readonly (infer N)[] ? (N extends 'null' ? null : never) : never;

type ObjectOf<P, R> = {
  readonly [K in keyof P as P[K] extends { readonly default: unknown } ? K : K extends R ? K : never]: ValueOf<P[K]>;
} & {
  readonly [K in keyof P as P[K] extends { readonly default: unknown } ? never : K extends R ? never : K]?: ValueOf<
    P[K]
  >;
};
