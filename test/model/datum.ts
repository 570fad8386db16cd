/** Dates counted the naive way: with the calendar of the machine, at noon UTC. */
const dag = (datum: string) => new Date(`${datum}T12:00:00Z`);

export function plus(datum: string, dagen: number): string {
  return new Date(dag(datum).getTime() + dagen * 86_400_000).toISOString().slice(0, 10);
}

export function laatsteVan(maand: string): string {
  const [jaar = 0, nr = 0] = maand.split('-').map(Number);
  return new Date(Date.UTC(jaar, nr, 0, 12)).toISOString().slice(0, 10);
}

/** Calendar months that a period touches, walked through day by day. */
export function maandenIn(begin: string, einde: string): number {
  const maanden = new Set<string>();
  for (let hier = begin; hier <= einde; hier = plus(hier, 1)) maanden.add(hier.slice(0, 7));
  return maanden.size;
}

/** Both days counted. */
export function dagenIn(begin: string, einde: string): number {
  let aantal = 0;
  for (let hier = begin; hier <= einde; hier = plus(hier, 1)) aantal++;
  return aantal;
}

export const laterVan = (a: string, b: string) => (a > b ? a : b);
export const eerderVan = (a: string, b: string) => (a < b ? a : b);
