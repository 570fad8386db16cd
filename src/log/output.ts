import { writeSync } from 'node:fs';

/** What may wait for a reader that is slow, in bytes; lines beyond it are lost and counted. */
const WAITING_BYTES = 1024 * 1024;
/** How soon a full pipe is tried again (ms). */
const AGAIN_MS = 20;

/** Writes bytes to a file of the process, as `fs.writeSync`; tests put another in its place. */
export type Write = (fd: number, bytes: Uint8Array) => number;

/**
 * Lines to standard output or error that never throw: the work of the gateway matters more than its log. A pipe whose
 * reader is slow is tried again; on a full disk or a closed pipe the line is lost and counted, and the next is tried anew.
 * Streams of node are of no use here: after the first error they take nothing any more.
 */
export class Output {
  readonly #fd: number;
  readonly #write: Write;
  #waiting: Buffer[] = [];
  #bytes = 0;
  #lost = 0;
  #works = true;
  /** A part of the first waiting line is written already (a short write to a pipe). */
  #begun = false;
  /** A line was lost after a part of it was written: the next begins on a line of its own. */
  #cut = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(fd: number, write: Write = writeSync) {
    this.#fd = fd;
    this.#write = write;
  }

  /** Lines that could not be written since the start. */
  get lost(): number {
    return this.#lost;
  }

  /** Whether the last line that was tried was written. */
  get works(): boolean {
    return this.#works;
  }

  /** One line, with its end. False when it is lost; true when it is written or waits for the reader. */
  line(text: string): boolean {
    const bytes = Buffer.from(text);
    if (this.#bytes + bytes.length > WAITING_BYTES && this.#waiting.length > 0) {
      this.#lost++;
      return false;
    }
    this.#waiting.push(bytes);
    this.#bytes += bytes.length;
    const before = this.#lost;
    this.flush();
    return this.#lost === before;
  }

  /** Writes what can be written now. */
  flush(): void {
    clearTimeout(this.#timer);
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      if (!this.#put(first)) break;
    }
    if (this.#waiting.length === 0) return;
    this.#timer = setTimeout(() => this.flush(), AGAIN_MS);
    this.#timer.unref();
  }

  /** False when it has to wait. */
  #put(bytes: Buffer): boolean {
    try {
      if (this.#cut) this.#write(this.#fd, Buffer.from('\n'));
      this.#cut = false;
      const written = this.#write(this.#fd, bytes);
      this.#bytes -= written;
      this.#works = true;
      this.#begun = written < bytes.length;
      if (this.#begun) this.#waiting[0] = bytes.subarray(written);
      else this.#waiting.shift();
      return written > 0;
    } catch (fout) {
      if (fout instanceof Error && 'code' in fout && fout.code === 'EAGAIN') return false;
      this.#waiting.shift();
      this.#bytes -= bytes.length;
      this.#lost++;
      this.#works = false;
      this.#cut ||= this.#begun;
      this.#begun = false;
      return true;
    }
  }
}
