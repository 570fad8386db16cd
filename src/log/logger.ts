import winston from 'winston';

export type Velden = Readonly<Record<string, unknown>>;

/** What the gateway logs with: a sentence of fixed text, and fields. Never a body, a query or a person. */
export interface Logger {
  error(zin: string, velden?: Velden): void;
  warn(zin: string, velden?: Velden): void;
  info(zin: string, velden?: Velden): void;
  debug(zin: string, velden?: Velden): void;
}

/** One JSON object a line on standard output, standard error for `error`. */
export function createLogger(level: string): Logger {
  return winston.createLogger({
    level,
    format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
    transports: [new winston.transports.Console({ stderrLevels: ['error'] })],
  });
}
