import { count } from '../kit/value.tsx';
import { OWN_NAMES, RULE_NAMES } from './rule-names.ts';

/** What a rule is about, in a few words; null for one that nobody named. */
export function ruleName(regel: string): string | null {
  return RULE_NAMES[regel] ?? OWN_NAMES[regel] ?? (regel.startsWith('POORT-') ? 'bestand niet te lezen' : null);
}

/** How often each rule, by name: `TR381 productcode onbekend ×12, XSD …`. */
export function rulesText(perRegel: Readonly<Record<string, number>>): string {
  return Object.entries(perRegel)
    .map(([regel, aantal]) => [regel, ruleName(regel), aantal === 1 ? null : `×${count(aantal)}`])
    .map((delen) => delen.filter((deel) => deel !== null).join(' '))
    .join(', ');
}
