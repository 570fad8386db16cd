import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const DEMO = resolve(import.meta.dirname, '../../scripts/demo.mjs');

interface Key {
  readonly rol: 'operator' | 'gemeente' | 'aanbieder' | 'beheerder';
  readonly partij: string | null;
  readonly sleutel: string;
}

/** A gateway with a month of `npm run demo` in it. */
export interface FilledMonth {
  readonly url: string;
  key(rol: Key['rol'], partij?: string): string;
  /** All of that role. */
  keysOf(rol: Key['rol']): readonly string[];
  /** Of the API, as somebody with this key. */
  get<T>(sleutel: string, path: string): Promise<T>;
  end(): Promise<void>;
}

/** One that runs (IJW_DEMO: the file of `npm run demo -- --json FILE`), else one of our own, smaller. */
export async function filledMonth(): Promise<FilledMonth> {
  const given = process.env.IJW_DEMO;
  if (given !== undefined) return monthOf(JSON.parse(readFileSync(given, 'utf8')), async () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'ijw-walk-'));
  const file = join(folder, 'demo.json');
  const child = spawn(process.execPath, [DEMO, '--kinderen', '150', '--json', file], { stdio: 'inherit' });
  const end = async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  while (!existsSync(file)) {
    if (child.exitCode !== null) throw new Error('the demonstration ended before it was filled');
    await sleep(500);
  }
  // It is written in one go, and read once it is whole.
  await sleep(500);
  return monthOf(JSON.parse(readFileSync(file, 'utf8')), end);
}

function monthOf({ url, keys }: { url: string; keys: readonly Key[] }, end: () => Promise<void>): FilledMonth {
  return {
    url,
    key: (rol, partij) => {
      const found = keys.find((one) => one.rol === rol && (partij === undefined || one.partij === partij));
      if (found === undefined) throw new Error(`no key of ${rol} ${partij ?? ''}`);
      return found.sleutel;
    },
    keysOf: (rol) => keys.filter((one) => one.rol === rol).map(({ sleutel }) => sleutel),
    get: async <T>(sleutel: string, path: string) => {
      const answer = await fetch(url + path, { headers: { authorization: `Bearer ${sleutel}` } });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return (await answer.json()) as T;
    },
    end,
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return gone;
}
