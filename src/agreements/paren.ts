/** Every item beside each earlier one of its group: (later, earlier). */
export function perGroep<T>(items: readonly T[], groep: (item: T) => string): readonly (readonly [T, T])[] {
  const eerder = new Map<string, T[]>();
  const paren: [T, T][] = [];
  for (const item of items) {
    const sleutel = groep(item);
    const bij = eerder.get(sleutel) ?? [];
    for (const ander of bij) paren.push([item, ander]);
    bij.push(item);
    eerder.set(sleutel, bij);
  }
  return paren;
}
