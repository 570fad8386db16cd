export interface RabbitmqOptions {
  /** Imported at each start, beside an administrator. */
  readonly definitions?: object;
  /** Lines of rabbitmq.conf. */
  readonly config?: readonly string[];
}

export interface RabbitmqServer {
  readonly port: number;
  /** Of the administrator. */
  readonly url: string;
  urlOf(user: string, password: string, port?: number): string;
  start(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM. */
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** While it is down: what a disk that broke takes of a quorum queue, which cannot start then. */
  loseQueue(name: string): void;
  /** Stops, and removes its data. */
  remove(): Promise<void>;
  log(): string;
}

export function rabbitmqBinary(): string | null;
export function passwordHash(password: string): string;
export function startRabbitmq(options?: RabbitmqOptions): Promise<RabbitmqServer>;
