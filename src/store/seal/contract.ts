export interface SealStore {
  /** Makes a new data key, which seals from here on; what older ones sealed stays readable. Gives its version. */
  rotateDataKey(): Promise<number>;
  /** Learns of the data keys that other processes made. */
  readDataKeys(): Promise<void>;
  /** Seals some of what stood there before there was a seal. Gives how many values; null: none is left. */
  sealOlder(): Promise<number | null>;
}
