import type { ApiRequest } from './vraag.ts';

export const IF_MATCH_UITLEG =
  'If-Match is de ETag die GET /api/v1/afspraken gaf, met de aanhalingstekens, bijvoorbeeld "4"; of * voor elke versie.';

/** The version that a change was made from: its number, null when it does not matter, undefined when it is no ETag. */
export function overVersion(header: ApiRequest['header']): number | null | undefined {
  const given = header('if-match')?.trim();
  if (given === undefined || given === '*') return null;
  // A proxy that compresses makes the tag a weak one.
  const [, tag] = /^(?:W\/)?"([!#-~]{0,100})"$/.exec(given) ?? [];
  if (tag === undefined) return undefined;
  return /^[0-9]{1,9}$/.test(tag) ? Number(tag) : NO_VERSION;
}

/** Of a tag that is none of ours. */
const NO_VERSION = -1;

export function tagOf(nummer: number): { readonly etag: string } {
  return { etag: `"${nummer}"` };
}
