/** Dates counted the naive way: with the calendar of the machine, at noon UTC. */
const dag = (datum: string) => new Date(`${datum}T12:00:00Z`);

export function plus(datum: string, dagen: number): string {
  return new Date(dag(datum).getTime() + dagen * 86_400_000).toISOString().slice(0, 10);
}

export function laatsteVan(maand: string): string {
  const [jaar = 0, nr = 0] = maand.split('-').map(Number);
  return new Date(Date.UTC(jaar, nr, 0, 12)).toISOString().slice(0, 10);
}

/** Every day of a period, both ends counted. */
export function dagenVan(begin: string, einde: string): string[] {
  const dagen: string[] = [];
  for (let hier = begin; hier <= einde; hier = plus(hier, 1)) dagen.push(hier);
  return dagen;
}

export const dagenIn = (begin: string, einde: string) => dagenVan(begin, einde).length;
/** Calendar months that a period touches. */
export const maandenIn = (begin: string, einde: string) =>
  new Set(dagenVan(begin, einde).map((hier) => hier.slice(0, 7))).size;

/** 0 is Sunday. */
const weekdag = (datum: string) => dag(datum).getUTCDay();
export const isZondag = (datum: string) => weekdag(datum) === 0;
/** Weeks from Monday to Sunday that a period touches; broken ones count whole. */
export const wekenIn = (begin: string, einde: string) =>
  new Set(dagenVan(begin, einde).map((hier) => plus(hier, -((weekdag(hier) + 6) % 7)))).size;

export const laterVan = (a: string, b: string) => (a > b ? a : b);
export const eerderVan = (a: string, b: string) => (a < b ? a : b);
