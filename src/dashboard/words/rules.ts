import type { Ernst } from '../../findings/bevinding.ts';
import type { BerichtRegel } from '../../gateway/messages.ts';
import { count } from '../kit/value.tsx';
import { OWN_NAMES, RULE_NAMES } from './rule-names.ts';

/** What a rule is about, in a few words; null for one that nobody named. */
export function ruleName(regel: string): string | null {
  return RULE_NAMES[regel] ?? OWN_NAMES[regel] ?? (regel.startsWith('POORT-') ? 'bestand niet te lezen' : null);
}

/**
 * How often each rule that refuses: without those that only signal (`GW-…`, of which a short look at a report may show none).
 */
export function refusals({
  perRegel,
  bevindingen,
}: Pick<BerichtRegel, 'perRegel' | 'bevindingen'>): BerichtRegel['perRegel'] {
  const met = (ernst: Ernst) => new Set(bevindingen.filter((een) => een.ernst === ernst).map(({ regel }) => regel));
  const [fouten, signalen] = [met('fout'), met('signaal')];
  const weigert = (regel: string) => fouten.has(regel) || !(signalen.has(regel) || regel.startsWith('GW-'));
  return Object.fromEntries(Object.entries(perRegel).filter(([regel]) => weigert(regel)));
}

/** How often each rule, by name: `TR381 productcode onbekend ×12, XSD …`. */
export function rulesText(perRegel: Readonly<Record<string, number>>): string {
  return Object.entries(perRegel)
    .map(([regel, aantal]) => [regel, ruleName(regel), aantal === 1 ? null : `×${count(aantal)}`])
    .map((delen) => delen.filter((deel) => deel !== null).join(' '))
    .join(', ');
}
