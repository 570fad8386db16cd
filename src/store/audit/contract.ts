export interface InzageStore {
  /** Who opened which body, when (decision 16). */
  audit(door: string, handeling: string, onderwerp: string, op: Date): Promise<void>;
}
