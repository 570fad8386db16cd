/** What a call to a running gateway gave. */
export type GatewayReply =
  | { readonly kind: 'ok'; readonly status: number; readonly body: unknown; readonly etag: string | null }
  /** The gateway refused: its own Dutch sentence, and the mistakes it named. */
  | { readonly kind: 'problem'; readonly status: number; readonly detail: string; readonly fouten: readonly Fout[] }
  | { readonly kind: 'unreachable'; readonly url: string };

export interface Fout {
  readonly pointer: string;
  readonly melding: string;
}

/** Speaks to the gateway at IJW_URL with the key IJW_SLEUTEL; `etag`: only when that still holds. */
export async function vraagGateway(
  method: string,
  pad: string,
  body?: unknown,
  etag?: string | null,
): Promise<GatewayReply> {
  const url = (process.env.IJW_URL ?? 'http://127.0.0.1:8080').replace(/\/{1,9}$/, '');
  const headers: Record<string, string> = { authorization: `Bearer ${process.env.IJW_SLEUTEL ?? ''}` };
  if (typeof etag === 'string') headers['if-match'] = etag;
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    const antwoord = await fetch(url + pad, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const tekst = await antwoord.text();
    const inhoud: unknown = tekst === '' ? null : JSON.parse(tekst);
    return antwoord.ok
      ? { kind: 'ok', status: antwoord.status, body: inhoud, etag: antwoord.headers.get('etag') }
      : { kind: 'problem', status: antwoord.status, ...probleemVan(inhoud) };
  } catch {
    return { kind: 'unreachable', url };
  }
}

function probleemVan(inhoud: unknown): { detail: string; fouten: readonly Fout[] } {
  if (typeof inhoud !== 'object' || inhoud === null) return { detail: 'De gateway gaf geen uitleg.', fouten: [] };
  const detail =
    'detail' in inhoud && typeof inhoud.detail === 'string' ? inhoud.detail : 'De gateway gaf geen uitleg.';
  const fouten = 'fouten' in inhoud && Array.isArray(inhoud.fouten) ? (inhoud.fouten as Fout[]) : [];
  return { detail, fouten };
}

/** Writes why it did not go, on standard error; the exit code for it. */
export function meldMislukt(uitkomst: Exclude<GatewayReply, { kind: 'ok' }>): number {
  if (uitkomst.kind === 'unreachable') {
    process.stderr.write(`Geen gateway bereikbaar op ${uitkomst.url}; zet IJW_URL.\n`);
    return 2;
  }
  process.stderr.write(`${uitkomst.detail}\n`);
  for (const { pointer, melding } of uitkomst.fouten) process.stderr.write(`  ${pointer || '/'}: ${melding}\n`);
  return 1;
}
