#!/usr/bin/env node
import { GEBRUIK } from './gebruik.ts';

/** A command gets its arguments and gives the exit code; it is loaded only when it is called. */
type Commando = (args: readonly string[]) => Promise<number>;

const COMMANDOS: Readonly<Record<string, () => Promise<Commando>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  check: async () => (await import('./check.ts')).check,
  agreements: async () => (await import('./agreements.ts')).agreements,
  why: async () => (await import('./why.ts')).why,
  replay: async () => (await import('./replay.ts')).replay,
  generate: async () => (await import('./generate.ts')).generate,
  rules: async () => (await import('./rules.ts')).rules,
};

const [naam = '', ...args] = process.argv.slice(2);
const laad = Object.hasOwn(COMMANDOS, naam) ? COMMANDOS[naam] : undefined;
if (laad === undefined) {
  const gevraagd = ['help', '--help', '-h'].includes(naam);
  (gevraagd ? process.stdout : process.stderr).write(GEBRUIK);
  process.exitCode = gevraagd ? 0 : 2;
} else {
  process.exitCode = await (await laad())(args);
}
