/** Lines of a table in Markdown. */
export function tabel(kop: readonly string[], rijen: readonly (readonly string[])[]): string[] {
  const rij = (cellen: readonly string[]) => `| ${cellen.map((cel) => cel.replaceAll('|', '\\|')).join(' | ')} |`;
  return [rij(kop), rij(kop.map(() => '---')), ...rijen.map(rij)];
}
