/** Paging as every list has it: `limit`, and `na`: the key after which it goes on. */
export interface Bladzijde {
  readonly limit: number;
  readonly na?: string;
}

/** An empty key is the first page. */
export function bladzijdeVan({ limit, na }: { readonly limit: number; readonly na?: string }): Bladzijde {
  return na === undefined || na === '' ? { limit } : { limit, na };
}
