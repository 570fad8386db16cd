import { pino } from 'pino';
import { Output } from './output.ts';
import { Repeats } from './repeats.ts';
import type { Velden } from './velden.ts';

/** What the gateway logs with: a sentence of fixed text, and fields. Never a body, a query or a person. */
export interface Logger {
  error(zin: string, velden?: Velden): void;
  warn(zin: string, velden?: Velden): void;
  info(zin: string, velden?: Velden): void;
  debug(zin: string, velden?: Velden): void;
}

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** Where the lines of this process go. */
const streams = { out: new Output(1), error: new Output(2) };

/** Lines of this process that could not be written, on a full disk or a closed pipe; for the metrics. */
export function lostLines(): number {
  return streams.out.lost + streams.error.lost;
}

/** A line for a person on standard output, with the log. False when it could not be written. */
export function say(text: string): boolean {
  return streams.out.line(`${text}\n`);
}

/** One JSON object a line on standard output, standard error for `error`; equal lines once in ten seconds with a count. */
export function createLogger(level: string): Logger {
  // An unhandled EPIPE of what others write here would end the process. And a pipe becomes non-blocking by this.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const lines = pinoOver(level, streams.out);
  const errors = pinoOver(level, streams.error);
  let told = 0;
  const repeats = new Repeats((niveau, zin, velden) => {
    const to = niveau === 'error' ? errors : lines;
    to[niveau as 'info'](velden, zin);
    const lost = lostLines();
    if (lost === told || !streams.out.works) return;
    told = lost;
    lines.warn({ verloren: lost }, 'lines of the log could not be written');
  });
  process.once('exit', () => {
    repeats.flush();
    streams.out.flush();
    streams.error.flush();
  });
  const methods = LEVELS.map((naam) => {
    const schrijf = (zin: string, velden?: Velden) =>
      naam === 'debug' ? lines.debug(velden ?? {}, zin) : repeats.line(naam, zin, velden);
    return [naam, lines.isLevelEnabled(naam) ? schrijf : () => undefined] as const;
  });
  return Object.fromEntries(methods) as unknown as Logger;
}

function pinoOver(level: string, output: Output) {
  return pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
      formatters: { level: (naam) => ({ level: naam }) },
    },
    { write: (line: string) => void output.line(line) },
  );
}
