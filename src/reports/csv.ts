/** What a spreadsheet would take for a formula (=, +, -, @) or for the end of a cell (tab, CR). */
const FORMULE = /^[=+\-@\t\r]/;

/**
 * A table as CSV (RFC 4180, `;` between cells because Dutch spreadsheets expect it). Text that a spreadsheet would run is
 * prefixed with `'`; a number is what it is, also below zero. Null is an empty cell.
 */
export function csv(kolommen: readonly string[], rijen: readonly Readonly<Record<string, unknown>>[]): string {
  const regels = [kolommen.map(cel), ...rijen.map((rij) => kolommen.map((kolom) => cel(rij[kolom])))];
  return regels.map((regel) => `${regel.join(';')}\r\n`).join('');
}

function cel(waarde: unknown): string {
  if (waarde === null || waarde === undefined) return '';
  if (typeof waarde === 'number') return String(waarde);
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  const tekst = typeof waarde === 'object' ? opsomming(waarde) : String(waarde);
  const veilig = FORMULE.test(tekst) ? `'${tekst}` : tekst;
  return /[";\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}

function opsomming(waarde: object): string {
  return Object.entries(waarde)
    .map(([naam, aantal]) => `${naam}: ${String(aantal)}`)
    .join(', ');
}
