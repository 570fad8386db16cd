import type { Berichten23 } from './generated/ijw-2.3.ts';
import type { Berichten32 } from './generated/ijw-3.2.ts';
import type { Release } from './message-types.ts';

/** The messages of each release, by type; asked for a release that is new. */
interface PerRelease {
  readonly '2.3': Berichten23;
  readonly '3.2': Berichten32;
}

type ValueOf<T> = T extends unknown ? T[keyof T] : never;
type Message = ValueOf<PerRelease[Release]>;

/** Paths below a group; what may be repeated is stepped into. */
type Under<T> = T extends readonly (infer Item)[]
  ? Under<Item>
  : T extends string | undefined
    ? never
    : { [K in keyof T & string]: K | `${K}/${Under<NonNullable<T[K]>>}` }[keyof T & string];

type UnderEach<T> = T extends unknown ? Under<T> : never;

/** The path itself, and what is left of it below each klasse on its way. */
type FromAny<P> = P extends `${string}/${infer Rest}` ? P | FromAny<Rest> : P;

/** A path of local names that leads somewhere in some message of some release, from Bericht or from a group below it. */
export type ElementPath = FromAny<UnderEach<Message>>;

/** A path below a place that is handed over. The compiler holds both parts, not that one has the other. */
export function below(place: ElementPath, path: ElementPath): ElementPath {
  return [place, path].join('/') as ElementPath;
}
