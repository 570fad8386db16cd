import type { Bericht } from '../../xml/tree.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Verdict } from '../verdict.ts';

/** VerzoekAntwoord of a JW319 that refuses a request for good. */
const AFGEWEZEN = '1';

/** Whether a JW319 refuses the request for good, rather than that it is in onderzoek. */
export function wijstAf({ type, inhoud }: Bericht): boolean {
  return type === 'JW319' && waardeVan(inhoud, 'Antwoord/VerzoekAntwoord') === AFGEWEZEN;
}

/** What is kept beside a JW319 that refuses: that it does, and why. Nothing for all else. */
export function afwijzingIn(bericht: Bericht): Pick<Verdict, 'zegt' | 'zegtCodes'> {
  if (!wijstAf(bericht)) return {};
  const reden = waardeVan(bericht.inhoud, 'Antwoord/RedenAfwijzingVerzoek');
  return { zegt: 'geweigerd', ...(reden === undefined ? {} : { zegtCodes: [reden] }) };
}
