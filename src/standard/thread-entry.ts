import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The file that a worker thread starts with. Threads run compiled JavaScript only, so an entry that is named from `src/`
 * (a test runner compiles that in memory) is found in `dist/src/`.
 *
 * `from` is the caller's `import.meta.url`, `entry` a path relative to it such as `./judge-thread.ts`.
 */
export function threadEntry(from: string, entry: string): URL {
  const bron = new URL(entry, from).href;
  const url = new URL((from.endsWith('.ts') ? naarDist(bron) : bron).replace(/\.ts$/, '.js'));
  if (!existsSync(fileURLToPath(url))) {
    throw new Error(`the thread ${entry} is not built: run \`npm run build\` first`);
  }
  return url;
}

function naarDist(href: string): string {
  const bij = href.lastIndexOf('/src/');
  if (bij < 0) throw new Error('a thread entry lies outside src');
  return `${href.slice(0, bij)}/dist${href.slice(bij)}`;
}
