import type { FastifyBaseLogger } from 'fastify';
import { foutVelden } from './fout.ts';
import type { Logger } from './logger.ts';

type Schrijf = FastifyBaseLogger['info'];

/**
 * The shape that fastify wants of a logger (pino's), over ours. Of the object that comes with a line only an error is
 * taken over: requests and replies hold headers, addresses and bodies.
 */
export function fastifyLogger(logger: Logger): FastifyBaseLogger {
  const op =
    (niveau: 'error' | 'warn' | 'info' | 'debug'): Schrijf =>
    (eerste: unknown, tweede?: unknown) => {
      const zin = typeof eerste === 'string' ? eerste : typeof tweede === 'string' ? tweede : 'fastify';
      logger[niveau](zin, foutIn(eerste));
    };
  const aangepast: FastifyBaseLogger = {
    level: 'info',
    fatal: op('error'),
    error: op('error'),
    warn: op('warn'),
    info: op('info'),
    debug: op('debug'),
    trace: op('debug'),
    silent: () => {},
    child: () => aangepast,
  };
  return aangepast;
}

function foutIn(eerste: unknown): Readonly<Record<string, unknown>> {
  if (eerste instanceof Error) return foutVelden(eerste);
  if (typeof eerste !== 'object' || eerste === null) return {};
  const fout = 'err' in eerste ? eerste.err : 'error' in eerste ? eerste.error : undefined;
  return fout === undefined ? {} : foutVelden(fout);
}
