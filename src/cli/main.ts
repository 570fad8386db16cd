#!/usr/bin/env node
import { GEBRUIK } from './gebruik.ts';

/** A command, loaded only when it is called. */
interface Commando {
  /** Gets the arguments and gives the exit code. */
  readonly voer: (args: readonly string[]) => Promise<number>;
  /** How it is called, in Dutch. */
  readonly gebruik: string;
}

const COMMANDOS: Readonly<Record<string, () => Promise<Commando>>> = {
  serve: () => import('./serve.ts').then(({ serve: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  check: () => import('./check.ts').then(({ check: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  agreements: () => import('./agreements.ts').then(({ agreements: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  why: () => import('./why.ts').then(({ why: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  replay: () => import('./replay.ts').then(({ replay: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  generate: () => import('./generate.ts').then(({ generate: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  rules: () => import('./rules.ts').then(({ rules: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  audit: () => import('./audit.ts').then(({ audit: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  keys: () => import('./keys.ts').then(({ keys: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  client: () => import('./keeping/client.ts').then(({ client: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  purge: () => import('./keeping/purge.ts').then(({ purge: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  store: () => import('./store.ts').then(({ store: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
  data: () => import('./data.ts').then(({ data: voer, GEBRUIK: gebruik }) => ({ voer, gebruik })),
};

const HULP = ['--help', '-h'];

async function start([naam = '', ...args]: readonly string[]): Promise<number> {
  const laad = Object.hasOwn(COMMANDOS, naam) ? COMMANDOS[naam] : undefined;
  if (laad === undefined) {
    const gevraagd = ['help', ...HULP].includes(naam);
    if (!gevraagd && naam !== '') process.stderr.write(`Onbekende opdracht '${naam}'.\n\n`);
    (gevraagd ? process.stdout : process.stderr).write(GEBRUIK);
    return gevraagd ? 0 : 2;
  }
  const { voer, gebruik } = await laad();
  if (args.some((arg) => HULP.includes(arg))) {
    process.stdout.write(gebruik);
    return 0;
  }
  // EPIPE: the reader of our output has gone (`| head`), so a command ends. The gateway itself goes on.
  if (naam !== 'serve') for (const uit of [process.stdout, process.stderr]) uit.on('error', () => process.exit(2));
  return voer(args);
}

process.exitCode = await start(process.argv.slice(2));
