/** Whole groups of four; `=` only at the very end. */
const GROEPEN = /^[A-Za-z0-9+/]*={0,2}$/;
/** The last group: the bits that `=` leaves over are zero (XML Schema, base64Binary). */
const EINDE = /(?:[^=]|[AQgw]==|[^=][AEIMQUYcgkosw048]=)$/;
const WIT = /[ \t\r\n]+/g;

/** Decodes base64 as it comes in, by the letter of XML Schema; of the text no more than the last piece is kept. */
export class Base64Reader {
  readonly #stukken: Buffer[] = [];
  #rest = '';
  #uit = false;
  #juist = true;

  add(tekst: string): void {
    if (!this.#juist) return;
    const kaal = this.#rest + tekst.replace(WIT, '');
    const heel = kaal.length - (kaal.length % 4);
    this.#rest = kaal.slice(heel);
    if (heel > 0) this.#neem(kaal.slice(0, heel));
  }

  #neem(groepen: string): void {
    if (this.#uit || !GROEPEN.test(groepen) || !EINDE.test(groepen.slice(-4))) this.mislukt();
    else this.#stukken.push(Buffer.from(groepen, 'base64'));
    this.#uit = groepen.endsWith('=');
  }

  /** What was in the text is no base64. */
  mislukt(): void {
    this.#juist = false;
    this.#stukken.length = 0;
  }

  /** The bytes; null when it was no base64. */
  end(): Uint8Array | null {
    if (!this.#juist || this.#rest !== '') return null;
    // Memory of its own: it may be handed to a thread.
    return new Uint8Array(Buffer.concat(this.#stukken));
  }
}
