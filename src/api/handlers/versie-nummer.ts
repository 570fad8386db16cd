import { probleem } from '../problems.ts';
import type { ApiReply, ApiRequest } from '../vraag.ts';

type VersieNummer =
  | { readonly kind: 'ok'; readonly versie: number | null }
  | { readonly kind: 'fout'; readonly antwoord: ApiReply };

/** `versie` in the query: the gateway's own count; null when it is not asked for. */
export function versieNummer({ query }: ApiRequest): VersieNummer {
  if (query.versie === undefined) return { kind: 'ok', versie: null };
  if (/^[1-9]\d{0,8}$/.test(query.versie)) return { kind: 'ok', versie: Number(query.versie) };
  const detail = 'versie is het nummer dat de gateway aan de afspraken gaf: 1, 2, 3 …';
  return { kind: 'fout', antwoord: probleem('ongeldige-parameter', { detail }) };
}
