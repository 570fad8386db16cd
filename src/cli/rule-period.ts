import type { RegelOverzicht } from '../rules/overzicht.ts';

/** The days of receipt on which a rule judges, for people; null when it always does. */
export function geldigheid({ vanaf, tot }: Pick<RegelOverzicht, 'vanaf' | 'tot'>): string | null {
  const delen = [...(vanaf === null ? [] : [`vanaf ${vanaf}`]), ...(tot === null ? [] : [`tot en met ${tot}`])];
  return delen.length === 0 ? null : delen.join(' ');
}
