/** An envelope as a party sent it, without its payload. */
export interface SentEnvelope {
  readonly partij: string;
  readonly referentienummer: string;
  readonly soort: 'Di01' | 'Du01';
  /** Of a Du01: the referentienummer of what it answers, known to us or not. */
  readonly crossRefnummer: string | null;
  /** Of the payload. */
  readonly sha256: Uint8Array;
  /** Party in whose name an answer to this envelope goes, by the envelope. */
  readonly ontvanger: string;
  /** Type and version by the envelope (`JW315-00040001`), as a Fo01 repeats them. */
  readonly details: string;
}

/**
 * `new`: nobody used this number. `open`: used for the same payload, and it never came to an end (the process was killed
 * then). `done`: the same, and it was taken or refused. `other`: used for another payload.
 */
export type ReferenceUse = 'new' | 'open' | 'done' | 'other';

/** What became of an envelope. */
export type EnvelopeEnd =
  | { readonly kind: 'stored'; readonly berichtId: string }
  /** Its payload was no message, or another than it said. `reden` is a Dutch sentence without any value. */
  | { readonly kind: 'refused'; readonly reden: string };

/** What a refusal of an envelope must tell. */
export interface KeptEnvelope extends Omit<SentEnvelope, 'sha256'> {
  /** Null for what was stored. */
  readonly reden: string | null;
}

export interface EnvelopeStore {
  /** Whoever is first with a number has it; others learn whether it was for the same payload. */
  useReference(envelope: SentEnvelope, op: Date): Promise<ReferenceUse>;
  endReference(partij: string, referentienummer: string, end: EnvelopeEnd): Promise<void>;
  sentEnvelope(partij: string, referentienummer: string): Promise<KeptEnvelope | undefined>;
}
