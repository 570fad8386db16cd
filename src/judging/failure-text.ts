import { SamenstellingFout } from '../verdict/samenstelling.ts';

/** Name and place in our own code, and which of our own rules an answer of ours would break; never the message. */
export function failureText(fout: unknown): string {
  if (!(fout instanceof Error)) return 'unknown';
  const place = /\/((?:src|dist)\/[^):\n]{1,200}:\d{1,7})/.exec(fout.stack ?? '');
  const regels = fout instanceof SamenstellingFout ? ` (${fout.regels.join(', ')})` : '';
  return `${fout.name}${regels}${place === null ? '' : ` at ${place[1]}`}`;
}

/** The answer that our own rules refused, by type and rules; null when that is not what went wrong. */
export function refusedAnswer(fout: unknown): string | null {
  return fout instanceof SamenstellingFout ? fout.kort : null;
}
