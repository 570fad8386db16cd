import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, matchesGlob, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTEGRATION, LONG, THOROUGH } from '../projects.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** What starts a process, a thread or a server. */
const STARTS =
  /^node:(child_process|worker_threads|cluster)$|^(ioredis|bullmq|pg)$|^test\/servers\/(?!stille-logger)|open-store\.ts$|assemble\//;

const tests = readdirSync(resolve(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name}`);
const isIntegration = (test: string) => [...INTEGRATION, ...LONG].some((glob) => matchesGlob(test, glob));

/** Modules that this file loads; imports of types alone load nothing. */
function loads(file: string): string[] {
  const text = readFileSync(resolve(ROOT, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)(?! type)[^;]*?from '([^']+)'|import\('([^']+)'\)/gm);
  return [...found].map(([, from, lazy]) => {
    const name = from ?? lazy ?? '';
    return name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : name;
  });
}

/** The first thing on its way that starts something; undefined when there is none. */
function starts(test: string): string | undefined {
  const seen = new Set<string>();
  const open = [test];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const name of loads(file)) {
      if (STARTS.test(name)) return name;
      if (name.endsWith('.ts') && existsSync(resolve(ROOT, name))) open.push(name);
    }
  }
  return undefined;
}

describe('the sets of tests', () => {
  it('keep what starts a process, thread or server out of all but the integration tests', () => {
    const wrong = tests.filter((test) => !isIntegration(test)).map((test) => [test, starts(test)]);
    expect(wrong.filter(([, what]) => what !== undefined)).toEqual([]);
    expect(wrong.length).toBeGreaterThan(80);
  });

  it('name no folder or file that is not there', () => {
    expect(
      [...INTEGRATION, ...THOROUGH, ...LONG].filter((glob) => !tests.some((test) => matchesGlob(test, glob))),
    ).toEqual([]);
  });
});
