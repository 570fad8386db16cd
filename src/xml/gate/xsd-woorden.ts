/** Patterns and types of the XSDs in Dutch words. */

const PATRONEN: readonly (readonly [RegExp, (delen: readonly string[]) => string])[] = [
  [/^\[0-9\]\{(\d+)\}$/, ([aantal]) => `precies ${aantal} cijfers`],
  [/^\[0-9\][*+]$/, () => 'alleen cijfers'],
  [/^(\d+)$/, ([waarde]) => `altijd ${waarde}`],
  [/^(\d+(?:\|\d+)+)$/, ([waarden]) => `een van ${(waarden ?? '').split('|').join(', ')}`],
  [/^\(?\[a-zA-Z0-9\]\)?[*+]$/, () => 'alleen letters en cijfers'],
  [/^\(?\[a-zA-ZÀ-ỳ\]\)?[*+]$/, () => 'alleen letters'],
  [/\\\..*\\\./, () => 'een versie van drie getallen, zoals 1.0.0'],
  [/^\[\^:?Z/, () => 'zonder tijdzone'],
  [/\\S\]\*$/, () => 'een tekst die niet alleen uit spaties bestaat'],
  [/^\[ \\t\]\*\[\^/, () => 'één regel tekst die niet alleen uit spaties bestaat'],
  [/^NL/, () => 'een btw-nummer zoals NL123456789B01'],
  [/^\(0\{8\}\)\|98/, () => '00000000 of de code van een servicebureau (98 en zes cijfers)'],
];

export function patroonInWoorden(patroon: string): string {
  for (const [vorm, woorden] of PATRONEN) {
    const gevonden = vorm.exec(patroon);
    if (gevonden !== null) return woorden(gevonden.slice(1));
  }
  return `het patroon ${patroon}`;
}

/** `type` is the local name of a type of the standard or of XML Schema; empty for one that has no name (BerichtVersie). */
export function typeInWoorden(type: string): string {
  if (/datum|date/i.test(type)) return 'een bestaande datum als JJJJ-MM-DD, zonder tijdzone';
  if (/tijd|time/i.test(type)) return 'een tijd als uu:mm:ss, zonder tijdzone';
  if (/^(LDT_.*|integer|)$/.test(type)) return 'een geheel getal';
  return 'een waarde zoals het schema die voorschrijft';
}
