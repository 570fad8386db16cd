import winston from 'winston';

export type Velden = Readonly<Record<string, unknown>>;

/** What the gateway logs with: a sentence of fixed text, and fields. Never a body, a query or a person. */
export interface Logger {
  error(zin: string, velden?: Velden): void;
  warn(zin: string, velden?: Velden): void;
  info(zin: string, velden?: Velden): void;
  debug(zin: string, velden?: Velden): void;
}

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** One JSON object a line on standard output, standard error for `error`. */
export function createLogger(level: string): Logger {
  const logger = winston.createLogger({
    level,
    format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
    transports: [new winston.transports.Console({ stderrLevels: ['error'] })],
  });
  // winston formats a line before it looks whether its level is wanted; these are not made at all.
  const methods = LEVELS.map((naam) => {
    const schrijf = (zin: string, velden?: Velden) => void logger.log(naam, zin, velden);
    return [naam, logger.isLevelEnabled(naam) ? schrijf : () => undefined] as const;
  });
  return Object.fromEntries(methods) as unknown as Logger;
}
