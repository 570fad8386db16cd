/** A message that came to a party. */
export interface Received {
  readonly id: string;
  readonly type: string;
  readonly xml: string;
}

/** The system of a party, which never gives up: it sends until it is acknowledged, and keeps what came. */
export interface Party {
  readonly code: string;
  /** For `PUT /partijen/{code}/kanaal`. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Begins to take what comes. */
  open(): Promise<void>;
  /** Resolves when the way has acknowledged it. `name` is the sender's own name of it. */
  send(bytes: Uint8Array, name: string): Promise<void>;
  /** By the id of the message; what came again under its id is here once. */
  readonly received: ReadonlyMap<string, Received>;
  close(): Promise<void>;
}
