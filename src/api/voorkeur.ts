const HOOGSTENS_S = 60;
const WAIT = /^wait\s*=\s*"?(\d{1,9})"?$/i;

/**
 * Seconds to wait for the verdict, from `Prefer: wait=N` (RFC 7240: first occurrence counts, what is not understood is
 * ignored); at most 60. Null when it is not asked.
 */
export function wachttijd(prefer: string | undefined): number | null {
  for (const voorkeur of (prefer ?? '').split(',')) {
    const kaal = voorkeur.split(';')[0]?.trim() ?? '';
    if (!/^wait\b/i.test(kaal)) continue;
    const seconden = WAIT.exec(kaal)?.[1];
    return seconden === undefined ? null : Math.min(Number(seconden), HOOGSTENS_S);
  }
  return null;
}
