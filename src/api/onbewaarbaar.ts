/** NUL and half characters (lone surrogates): JSON and addresses can hold them, PostgreSQL keeps neither. */
const ONBEWAARBAAR = /[\0\p{Surrogate}]/u;

/** Whether a string in a value, or a name in it, can be kept nowhere. */
export function isOnbewaarbaar(waarde: unknown): boolean {
  const teDoen: unknown[] = [waarde];
  while (teDoen.length > 0) {
    const deel = teDoen.pop();
    if (typeof deel === 'string') {
      if (ONBEWAARBAAR.test(deel)) return true;
    } else if (typeof deel === 'object' && deel !== null && !(deel instanceof Uint8Array)) {
      for (const [naam, lid] of Object.entries(deel)) teDoen.push(naam, lid);
    }
  }
  return false;
}
