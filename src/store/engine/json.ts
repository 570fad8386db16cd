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
