/** Something that runs beside the requests for as long as the process lives. */
export interface Service {
  readonly name: string;
  start(): void;
  /** Resolves when what was under way has ended. */
  stop(): Promise<void>;
}
