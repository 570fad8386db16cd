/**
 * JSON as PostgreSQL takes it: NUL and lone surrogates, which JSON can spell and PostgreSQL text cannot hold, become
 * U+FFFD. `JSON.stringify` writes them as escapes and nothing else as `\ud8..`, so only escapes need looking at.
 */
export function toJson(waarde: unknown): string {
  const tekst = JSON.stringify(waarde);
  if (!tekst.includes('\\u')) return tekst;
  return tekst.replace(/\\(?:u(0000|d[89a-f][0-9a-f]{2})|.)/g, (teken, slecht) =>
    slecht === undefined ? teken : '\\ufffd',
  );
}

/** Rows that become text together: what was made for them is gone before the collector would copy it. */
const ROWS_AT_ONCE = 500;

/** An array of rows, which may be made one by one as they are asked for: there may be tens of thousands. */
export function rowsToJson(rows: Iterable<object>): string {
  const texts: string[] = [];
  let some: object[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < ROWS_AT_ONCE) continue;
    texts.push(toJson(some).slice(1, -1));
    some = [];
  }
  if (some.length > 0) texts.push(toJson(some).slice(1, -1));
  return `[${texts.join(',')}]`;
}
