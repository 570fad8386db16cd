/**
 * Takes the payload out of an envelope while it comes in. What is left (the skeleton, with an empty payload) is a few hundred
 * bytes that libxml2 may see; the payload is decoded at once and never becomes a node, because libxml2 refuses texts of that
 * size and everybody else copies them several times.
 *
 * One pass over the bytes, one state. It judges no XML: what is wrong with the markup is wrong in the skeleton too.
 */
import { zonderVerwijzingen } from '../read/references.ts';
import { Base64Reader } from './base64-reader.ts';

/** The skeleton of an envelope with all that WS-Addressing and a Fo01 may add. */
const LANGSTE_SKELET = 256 * 1024;
/** A reference in a payload (`&#13;` at the ends of lines) is short. */
const LANGSTE_VERWIJZING = 12;

const KLEINER = 0x3c;
const GROTER = 0x3e;
const DUBBEL = 0x22;
const ENKEL = 0x27;
const HAAK = 0x5d;

export interface Gesplitst {
  readonly skelet: Uint8Array;
  /** How many elements there were that hold a payload. */
  readonly payloads: number;
  /** Null: no payload, or no base64. */
  readonly payload: Uint8Array | null;
  /** More around the payload than an envelope has. */
  readonly teLang: boolean;
}

type Staat =
  /** Between tags. */
  | 'tekst'
  /** After a `<`, until it is clear what it begins. */
  | 'begin'
  | 'tag'
  | 'commentaar'
  | 'instructie'
  | 'cdata'
  | 'payload'
  | 'payload-cdata';

function latin1(bytes: Buffer, van: number, tot: number): string {
  return bytes.toString('latin1', van, tot);
}

export class PayloadSplitter {
  readonly #skelet = Buffer.alloc(LANGSTE_SKELET);
  readonly #base64 = new Base64Reader();
  #lengte = 0;
  #staat: Staat = 'tekst';
  /** Where the markup that is under way began in the skeleton. */
  #start = 0;
  #aanhaling = 0;
  /** Inside the element that holds the payload. */
  #binnen = false;
  #payloads = 0;
  /** The begin of a reference whose end did not come yet. */
  #verwijzing = '';
  /** How many `]` of the end of CDATA were seen. */
  #haken = 0;
  #teLang = false;

  write(stuk: Uint8Array): void {
    const bytes = Buffer.from(stuk.buffer, stuk.byteOffset, stuk.byteLength);
    for (let plek = 0; plek < bytes.length && !this.#teLang; ) {
      if (this.#staat === 'payload') plek = this.#payloadTekst(bytes, plek);
      else if (this.#staat === 'payload-cdata') plek = this.#payloadCdata(bytes, plek);
      else this.#byte(bytes[plek++] ?? 0);
    }
  }

  end(): Gesplitst {
    if (this.#verwijzing !== '') this.#base64.mislukt();
    return {
      skelet: new Uint8Array(this.#skelet.subarray(0, this.#lengte)),
      payloads: this.#payloads,
      payload: this.#payloads === 1 ? this.#base64.end() : null,
      teLang: this.#teLang,
    };
  }

  /** Up to the next markup, which is left to `#byte`. */
  #payloadTekst(bytes: Buffer, van: number): number {
    const tot = bytes.indexOf(KLEINER, van);
    const eind = tot === -1 ? bytes.length : tot;
    this.#tekst(latin1(bytes, van, eind));
    if (tot !== -1) this.#staat = 'tekst';
    return eind;
  }

  #tekst(tekst: string): void {
    const geheel = this.#verwijzing + tekst;
    const open = geheel.lastIndexOf('&');
    const half = open !== -1 && !geheel.includes(';', open);
    this.#verwijzing = half ? geheel.slice(open) : '';
    if (this.#verwijzing.length > LANGSTE_VERWIJZING) this.#base64.mislukt();
    const heel = half ? geheel.slice(0, open) : geheel;
    this.#base64.add(open === -1 ? heel : zonderVerwijzingen(heel));
  }

  /** Base64 has no `]`, so the first one begins the end; in CDATA there are no references. */
  #payloadCdata(bytes: Buffer, van: number): number {
    if (this.#haken === 0) {
      const tot = bytes.indexOf(HAAK, van);
      const eind = tot === -1 ? bytes.length : tot;
      this.#base64.add(latin1(bytes, van, eind));
      if (tot !== -1) this.#haken = 1;
      return tot === -1 ? eind : eind + 1;
    }
    const byte = bytes[van];
    if (this.#haken === 1 && byte === HAAK) this.#haken = 2;
    else if (this.#haken === 2 && byte === GROTER) this.#staat = 'payload';
    else if (!(this.#haken === 2 && byte === HAAK)) {
      this.#base64.mislukt();
      this.#haken = 0;
    }
    return van + 1;
  }

  #byte(byte: number): void {
    if (this.#lengte === LANGSTE_SKELET) {
      this.#teLang = true;
      return;
    }
    this.#skelet[this.#lengte++] = byte;
    switch (this.#staat) {
      case 'tekst':
        if (byte !== KLEINER) return;
        this.#start = this.#lengte - 1;
        this.#staat = 'begin';
        return;
      case 'begin':
        this.#begin(byte);
        return;
      case 'tag':
        this.#tag(byte);
        return;
      case 'commentaar':
        if (byte === GROTER && this.#eindigt('-->', 7)) this.#verder();
        return;
      case 'instructie':
        if (byte === GROTER && this.#eindigt('?>', 4)) this.#verder();
        return;
      case 'cdata':
        if (byte === GROTER && this.#eindigt(']]>', 12)) this.#verder();
    }
  }

  /** After an aside the payload goes on, if it was that which the aside stood in. */
  #verder(): void {
    this.#staat = this.#binnen ? 'payload' : 'tekst';
  }

  #eindigt(met: string, minstens: number): boolean {
    const geheel = this.#lengte - this.#start;
    return geheel >= minstens && latin1(this.#skelet, this.#lengte - met.length, this.#lengte) === met;
  }

  #begin(byte: number): void {
    const begin = latin1(this.#skelet, this.#start, this.#lengte);
    if (begin === '<?') this.#staat = 'instructie';
    else if (begin === '<!--') this.#staat = 'commentaar';
    else if (begin === '<![CDATA[') {
      this.#staat = this.#binnen ? 'payload-cdata' : 'cdata';
      if (this.#binnen) this.#lengte = this.#start;
      this.#haken = 0;
    } else if (!'<!--'.startsWith(begin) && !'<![CDATA['.startsWith(begin)) {
      this.#staat = 'tag';
      this.#aanhaling = 0;
      this.#tag(byte);
    }
  }

  #tag(byte: number): void {
    if (this.#aanhaling !== 0) {
      if (byte === this.#aanhaling) this.#aanhaling = 0;
    } else if (byte === DUBBEL || byte === ENKEL) this.#aanhaling = byte;
    else if (byte === GROTER) this.#naTag();
  }

  #naTag(): void {
    const tag = latin1(this.#skelet, this.#start, this.#lengte);
    // Whatever tag comes inside a payload ends it: a value has no elements, which the schema tells.
    this.#binnen = /^<(?:[^\s/>:!]+:)?(?:xmlBestand|tekstBestand)[\s/>]/.test(tag);
    if (this.#binnen) this.#payloads++;
    if (tag.endsWith('/>')) this.#binnen = false;
    this.#verder();
  }
}
