/** A page of a list, and the key after which the next begins; null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** What a list is asked for: `na` is the key of the last one that was seen. */
export interface PageQuery {
  readonly limit: number;
  readonly na?: string;
}

/** One more than a page is fetched: whether it comes tells if there is a next page, so that none is ever empty. */
export async function page<T>(
  limit: number,
  fetch: (limit: number) => Promise<readonly T[]>,
  keyOf: (item: T) => string,
): Promise<Page<T>> {
  const found = await fetch(limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? keyOf(last) : null };
}
