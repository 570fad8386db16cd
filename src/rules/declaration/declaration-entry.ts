import type { Regel } from '../regel.ts';
import { DECLARATION_TEKSTEN, type DeclarationCode } from './texts.ts';

/** A rule of this family as its file says it; the text is the one of its code. */
export type DeclarationEntry = Omit<Regel, 'code' | 'tekst'> & { readonly code: DeclarationCode };

export function withText(entry: DeclarationEntry): Regel {
  return { ...entry, tekst: DECLARATION_TEKSTEN[entry.code] };
}
