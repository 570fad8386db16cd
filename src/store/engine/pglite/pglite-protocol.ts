import type { SqlAnswer, SqlStatement } from '../sql-source.ts';

/** What goes to and from the thread that runs PGlite. Calls are answered in the order in which they were made. */
export type PGliteCall =
  | { readonly nr: number; readonly kind: 'query'; readonly sql: string; readonly params: readonly unknown[] }
  | { readonly nr: number; readonly kind: 'transaction'; readonly statements: readonly SqlStatement[] }
  | { readonly nr: number; readonly kind: 'close' };

export type PGliteReply =
  | { readonly nr: number; readonly kind: 'answers'; readonly answers: readonly SqlAnswer[] }
  | { readonly nr: number; readonly kind: 'error'; readonly code: string; readonly constraint: string | null };
