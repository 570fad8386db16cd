/** A session as it is stored: what it is called and whose it is are hashes. */
export interface StoredSession {
  /** Hash of the key with which somebody signed in. */
  readonly sleutelHash: Uint8Array;
  readonly gebruiktOp: Date;
}

export interface SessionStore {
  /** Begins one, and forgets those that were not used since `vergeetVoor`. */
  addSession(sessie: {
    readonly hash: Uint8Array;
    readonly sleutelHash: Uint8Array;
    readonly op: Date;
    readonly vergeetVoor: Date;
  }): Promise<void>;
  session(hash: Uint8Array): Promise<StoredSession | undefined>;
  sessionUsed(hash: Uint8Array, op: Date): Promise<void>;
  /** False when there was none. */
  endSession(hash: Uint8Array): Promise<boolean>;
}
