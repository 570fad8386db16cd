import type { Velden } from './velden.ts';

/**
 * Quoted values and long numbers: what libraries put in the text of an error may be a person's
 * (docs/decisions/privacy.md).
 */
const WAARDEN = /"[^"]*"|'[^']*'|`[^`]*`|\)=\([^\n]*|\d{6,}/g;

/** An error as fields for the log: what kind, where in our code; values in its text are left out. */
export function foutVelden(fout: unknown): Velden {
  if (!(fout instanceof Error)) return { fout: typeof fout };
  const code = 'code' in fout && typeof fout.code === 'string' ? fout.code : undefined;
  const stapel = (fout.stack ?? '').split('\n').filter((regel) => /^\s+at /.test(regel));
  return {
    fout: fout.name,
    ...(code === undefined ? {} : { code }),
    tekst: fout.message.replace(WAARDEN, '…'),
    stapel: stapel.slice(0, 8).map((regel) => regel.trim()),
  };
}
