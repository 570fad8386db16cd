import { keepOthersOut } from '../assemble/keep-others-out.ts';
import { loadConfig } from '../config/config.ts';
import { type Opties, PROCESS_ROLLEN } from '../config/keuzes.ts';
import { armFaults } from '../faults/pass.ts';
import { foutVelden } from '../log/fout.ts';
import { createLogger, type Logger } from '../log/logger.ts';
import { beginPglite } from '../store/engine/pglite/pglite-source.ts';
import { poortFout } from './listen-port.ts';
import { leesOpties, meldOnjuist } from './opties.ts';
import { startReden } from './start-reason.ts';

/** A stop that takes longer is cut off: what was not finished waits in the store. */
const STOP_MS = 25_000;

export const GEBRUIK = `Gebruik: ijw-gateway serve [--role ${PROCESS_ROLLEN.join('|')}] [--regio AA,ZAWA]\n`;

/**
 * `ijw-gateway serve`: in the foreground until SIGTERM or SIGINT; exit 0 then, 2 for a wrong configuration or a port that
 * is taken.
 */
export async function serve(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, { role: 'tekst', regio: 'teksten' });
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  const { opties, rest } = gelezen;
  if (rest.length > 0) return meldOnjuist([`Onverwacht: ${rest.join(' ')}.`], GEBRUIK);
  const geladen = loadConfig(process.env, optiesVan(opties));
  if (geladen.kind === 'invalid') return startNiet(geladen.fouten);
  const { config } = geladen;
  // Before anything is made: a second gateway on this machine would leave a database and a key that nobody asked for.
  const bezet = await poortFout(config.host, config.port);
  if (bezet !== null) return startNiet([bezet]);
  // What is written from here on, by us and by the private Redis, is for this account alone.
  process.umask(0o077);
  const logger = createLogger(config.logLevel);
  if (config.fault !== null) {
    logger.warn('IJW_FAULT is set: this process is going to kill itself', { point: config.fault.point });
    armFaults(config.fault);
  }
  process.on('uncaughtException', (fout) => {
    logger.error('unexpected error; the process ends', foutVelden(fout));
    process.exit(1);
  });
  try {
    // Loading the program takes as long as the embedded engine does to begin: both at once, on two cores.
    const engine = config.databaseUrl === null ? await beginEngine(config.dataDir, logger) : undefined;
    const { runGateway } = await import('./run-gateway.ts');
    const stop = await runGateway(config, logger, engine?.opened);
    await signaal();
    logger.info('stopping');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await stop();
    logger.info('stopped');
    return 0;
  } catch (fout) {
    logger.error('the gateway does not run', foutVelden(fout));
    process.stderr.write(`De gateway draait niet: ${startReden(fout, config)}\n`);
    return 1;
  }
}

function beginEngine(dataDir: string, logger: Logger): ReturnType<typeof beginPglite> {
  keepOthersOut(dataDir, logger);
  return beginPglite(dataDir);
}

function startNiet(fouten: readonly string[]): number {
  process.stderr.write(`De gateway start niet:\n${fouten.map((f) => `- ${f}\n`).join('')}`);
  return 2;
}

function optiesVan({ role, regio }: { role: string | undefined; regio: readonly string[] }): Opties {
  const regios = regio.flatMap((lijst) => lijst.split(',')).map((code) => code.trim());
  return { ...(role === undefined ? {} : { rol: role }), ...(regio.length === 0 ? {} : { regios }) };
}

/** The first SIGTERM or SIGINT; later ones are ignored, since npm and the terminal may each send one. */
function signaal(): Promise<void> {
  return new Promise((klaar) => {
    for (const naam of ['SIGTERM', 'SIGINT'] as const) process.on(naam, () => klaar());
  });
}
