import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SEALED_TABLES } from '../../src/store/seal/older-values.ts';
import { SEALED_COLUMNS } from '../../src/store/seal/places.ts';
import { KEEPING } from '../../src/store/tables/keeping.ts';
import { TABLES } from '../../src/store/tables/tables.ts';

const SRC = resolve(import.meta.dirname, '../../src/store');

/** Columns made with `sealed…`, by table, as they stand in the source: the brand is of the compiler and leaves no trace. */
function sealedColumns(): { table: string; column: string }[] {
  const folder = join(SRC, 'tables');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\/.*\.ts$/.test(name));
  return files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('new Table(')
      .slice(1)
      .flatMap((text) => {
        const [, table = ''] = /^\s*'(\w+)'/.exec(text) ?? [];
        return [...text.matchAll(/\b(\w+): (?:orNull\()?sealed(?:Bytes|Text|Json)/g)].map(([, column = '']) => ({
          table,
          column,
        }));
      }),
  );
}

describe('what every table says of itself', () => {
  it('once each, about columns that it has, in words', () => {
    expect(new Set(TABLES.map(({ name }) => name)).size).toBe(TABLES.length);
    for (const { name, columns, policy } of TABLES) {
      const { holds, keep, personal, purge } = policy;
      expect(holds, name).toMatch(/^[A-Z].{20,}\.$/);
      expect(KEEPING[keep], name).toBeDefined();
      const named = [...Object.keys(personal), ...Object.values(purge)].filter((word) => /^[a-z_]+$/.test(word));
      const roots = ['bericht', 'opdracht', 'toewijzing', 'signaal', 'client'];
      expect(
        named.filter((word) => columns[word] === undefined && !roots.includes(word)),
        name,
      ).toEqual([]);
    }
  });

  it('a client is a pseudonym everywhere, and whoever has one is about a client', () => {
    const withClient = TABLES.filter(({ columns }) => columns.client !== undefined);
    expect(withClient.length).toBeGreaterThan(6);
    for (const { name, policy } of withClient) {
      expect([name, policy.personal.client, policy.subject]).toEqual([name, 'pseudonym', 'client']);
    }
  });

  it('whoever has a pseudonym in any column is about a client', () => {
    const pseudonym = TABLES.filter(({ policy }) => Object.values(policy.personal).includes('pseudonym'));
    expect(pseudonym.filter(({ policy }) => policy.subject !== 'client').map(({ name }) => name)).toEqual([]);
  });

  it('bodies, free texts and secrets are sealed, and nothing else is', () => {
    const told = TABLES.flatMap(({ name: table, policy }) =>
      Object.entries(policy.personal)
        .filter(([, kind]) => kind === 'body' || kind === 'free-text' || kind === 'secret')
        .map(([column]) => ({ table, column })),
    );
    const inOrder = (all: typeof told) => all.map(({ table, column }) => `${table}.${column}`).toSorted();
    expect(inOrder(sealedColumns())).toEqual(inOrder(told));
    expect(SEALED_COLUMNS.toSorted()).toEqual(inOrder(told));
    const walked = SEALED_TABLES.flatMap(({ table, columns }) =>
      Object.keys(columns).map((column) => ({ table, column })),
    );
    expect(inOrder(walked)).toEqual(inOrder(told));
    expect(told.length).toBeGreaterThan(6);
  });

  it('every table has its migration: none is declared that no migration makes', () => {
    const folder = join(SRC, 'migrations');
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    const found = (what: RegExp) => texts.flatMap((text) => [...text.matchAll(what)]);
    const names = new Map(
      found(/alter table (\w+) rename to (\w+)/g).map(([, before = '', after = '']) => [before, after]),
    );
    const made = found(/create table (\w+)/g).map(([, table = '']) => names.get(table) ?? table);
    expect(TABLES.map(({ name }) => name).toSorted()).toEqual(made.toSorted());
  });
});
