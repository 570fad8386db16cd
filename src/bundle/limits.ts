const MIB = 1024 * 1024;

/** What a zip may hold. The number is the standard's; a message is as large here as anywhere else (OP179). */
export const BUNDLE_LIMITS = {
  files: 30,
  /** Bytes of one message, unpacked. */
  fileBytes: 25 * MIB,
  /** Bytes of the zip itself. */
  zipBytes: 25 * MIB,
  /** Bytes of all messages together, unpacked: they are in memory at the same time. */
  totalBytes: 100 * MIB,
  /** Entries, folders too. */
  entries: 1_000,
} as const;
