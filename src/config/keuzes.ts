/** What the process does: everything, or one of the production roles (README, "PostgreSQL and a Redis of your own"). */
export const PROCESS_ROLLEN = ['all', 'api', 'worker', 'delivery'] as const;
export type ProcessRol = (typeof PROCESS_ROLLEN)[number];

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the command line adds to the environment. */
export interface Opties {
  readonly rol?: string;
  readonly regios?: readonly string[];
}
