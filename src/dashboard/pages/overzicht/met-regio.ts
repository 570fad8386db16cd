/** A query, within the region that is looked at. */
export function metRegio(query: Readonly<Record<string, string>>, regio: string | undefined): string {
  return new URLSearchParams({ ...query, ...(regio === undefined ? {} : { regio }) }).toString();
}
