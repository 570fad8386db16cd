declare const SEALED: unique symbol;

/** What stands in the database of a body or a free text: made by `seal…` and read by `open…` alone. */
export type SealedBytes = Uint8Array & { readonly [SEALED]: 'bytes' };
export type SealedText = string & { readonly [SEALED]: 'text' };
export interface SealedJson<T> {
  readonly [SEALED]: T;
}

/**
 * The only way to the columns that hold persons: bytes of messages, the Client of a toewijzing, findings, what people typed.
 * What is sealed bears the version of its seal in front. Rows of before have none and are read as they are, which is also
 * version 0: today's. A value that would be taken for a sealed one bears its 0 in writing. So a new version changes what
 * `seal…` makes, adds a case to `open…`, and every row of before stays readable.
 */
const PLAIN = 0;

/** No message begins so: XML knows no NUL here, in any encoding that the gate takes. */
const MARK = Buffer.from('\0ijw', 'latin1');
const HEAD = MARK.length + 1;

export function sealBytes(bytes: Uint8Array): SealedBytes {
  return (isMarked(bytes) ? Buffer.concat([MARK, Buffer.of(PLAIN), bytes]) : bytes) as SealedBytes;
}

export function openBytes(sealed: SealedBytes): Uint8Array {
  if (!isMarked(sealed)) return sealed;
  ensurePlain(sealed[MARK.length]);
  // Memory of its own, so that it can be handed to a thread.
  return new Uint8Array(sealed.subarray(HEAD));
}

function isMarked(bytes: Uint8Array): boolean {
  return bytes.length >= HEAD && MARK.every((byte, i) => bytes[i] === byte);
}

const TEXT = /^ijw-seal:(\d+):/;

export function sealText(text: string): SealedText {
  return (TEXT.test(text) ? `ijw-seal:${PLAIN}:${text}` : text) as SealedText;
}

export function openText(sealed: SealedText): string {
  const [head = '', version] = TEXT.exec(sealed) ?? [];
  if (version !== undefined) ensurePlain(Number(version));
  return sealed.slice(head.length);
}

interface Envelope {
  readonly ijwSeal: number;
  readonly content: unknown;
}

export function sealJson<T>(value: T): SealedJson<T> {
  const sealed: unknown = isEnvelope(value) ? ({ ijwSeal: PLAIN, content: value } satisfies Envelope) : value;
  return sealed as SealedJson<T>;
}

export function openJson<T>(sealed: SealedJson<T>): T {
  const stored: unknown = sealed;
  if (!isEnvelope(stored)) return stored as T;
  ensurePlain(stored.ijwSeal);
  return stored.content as T;
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'ijwSeal' in value;
}

function ensurePlain(version: number | undefined): void {
  if (version !== PLAIN) throw new Error(`a body has a seal of version ${version}, which this build cannot open`);
}
