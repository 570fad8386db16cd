import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../src/store/tables/tables.ts';

const SRC = resolve(import.meta.dirname, '../../src');
/** The seal, and what seals for whoever uses it; `afresh.ts` has what is empty. */
const SEALS = /from '[./]+\/(?:seal\/|messages\/)?(?:bodies|seal-of|join-bodies|afresh)\.ts'/;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/^store\/(?:tables|migrations)\//.test(name))
  .map((name) => ({ name, text: readFileSync(join(SRC, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') }));

const sealed = TABLES.flatMap(({ name: table, policy }) =>
  Object.entries(policy.personal)
    .filter(([, kind]) => kind === 'body' || kind === 'free-text')
    .map(([column]) => ({ table, column })),
);

/** Whether this text speaks SQL about that column of that table; what it picks by name is sealed by its type. */
function names(text: string, { table, column }: (typeof sealed)[number]): boolean {
  const aboutTable = new RegExp(`\\b(?:from|join|into|update)\\s+${table}\\b`).test(text);
  return aboutTable && new RegExp(`\\b${column}\\b`).test(text.replace(/'[^'\n]*'/g, ''));
}

describe('bodies and free texts', () => {
  it('are named only by files that seal or open them', () => {
    const naming = files.filter(({ text }) => sealed.some((column) => names(text, column)));
    expect(naming.filter(({ text }) => !SEALS.test(text)).map(({ name }) => name)).toEqual([]);
    expect(naming.length).toBeGreaterThan(6);
  });

  it('get their seal from bodies.ts alone', () => {
    const casts = /\bas (?:unknown as )?Sealed(?:Bytes|Text|Json)\b/;
    // The walk that seals what was written before there was a seal takes such values for sealed ones of version 0.
    const places = ['store/bodies.ts', 'store/seal/older-values.ts'];
    expect(files.flatMap(({ name, text }) => (casts.test(text) ? [name] : []))).toEqual(places);
  });

  it('are reached by SQL in the store alone', () => {
    expect(files.filter(({ name, text }) => !name.startsWith('store/') && /from 'kysely'/.test(text))).toEqual([]);
  });
});
