import { codeOf } from './durable.ts';

/** What a folder did not do, as a code that names no file; null when something else went wrong than a folder. */
export function troubleOf(fout: unknown): string | null {
  const code = codeOf(fout);
  if (code === null || !(fout instanceof Error && 'syscall' in fout)) return null;
  return `map-${code.toLowerCase()}`;
}
