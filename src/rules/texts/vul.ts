/**
 * Fills the placeholders of a text. Every text may use `{klasse}`, `{element}` and `{waarde}` (masked where it is
 * personal); what else it names, the rule gives in Afkeur.waarden. A placeholder without a value stays readable.
 */
export function vul(tekst: string, waarden: Readonly<Record<string, string>>): string {
  return tekst.replace(/\{(\w+)\}/g, (plek, naam: string) => waarden[naam] ?? plek);
}

/** Names of the placeholders in a text. */
export function plekken(tekst: string): string[] {
  return [...tekst.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
}
