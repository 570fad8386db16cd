export interface InzageStore {
  /** Who opened which body, when (docs/decisions/privacy.md). */
  audit(door: string, handeling: string, onderwerp: string, op: Date): Promise<void>;
}
