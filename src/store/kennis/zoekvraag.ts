import type { KennisVraag } from '../../verdict/kennis-vraag.ts';

/** A question with what the database looks up by: clients by key, and its place in the group. */
export interface Zoekvraag {
  readonly nr: number;
  readonly gemeenten: readonly string[];
  readonly aanbieder: string;
  readonly clienten: readonly string[];
  readonly vraag: KennisVraag;
}

/** A row found for the question with this number. */
export type Bij<T> = { readonly nr: number } & T;
