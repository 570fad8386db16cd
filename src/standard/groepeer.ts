/** Items by key: keys and items in the order in which they come. */
export function groepeer<T, K>(items: Iterable<T>, sleutelVan: (item: T) => K): Map<K, T[]> {
  const groepen = new Map<K, T[]>();
  for (const item of items) {
    const sleutel = sleutelVan(item);
    const bij = groepen.get(sleutel);
    if (bij === undefined) groepen.set(sleutel, [item]);
    else bij.push(item);
  }
  return groepen;
}
