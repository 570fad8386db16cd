/**
 * The markup of a file, tag by tag, in one pass over the bytes and without building anything.
 *
 * Not a parser: it never throws, judges nothing and stops where the markup breaks off. Comments, CDATA and processing
 * instructions cannot fool it, nor can a `>` inside an attribute. The gate's own limits, the position index and the look
 * at the header all see a file through these same eyes.
 */
export interface Bezoeker {
  /**
   * A start tag: `start` is its `<` (`naamEindVan` tells how far its name goes), `eind` is just after the `>`; `leeg` for
   * `<a/>`, after which no `sluit` comes. Return true to stop the scan.
   */
  open(start: number, eind: number, leeg: boolean): boolean | undefined;
  /** An end tag; `start` is its `<`. Return true to stop the scan. */
  sluit?(start: number): boolean | undefined;
  /** Character data as it stands there (references undecoded, except in CDATA, where there are none). */
  tekst?(van: number, tot: number, cdata: boolean): void;
  /** A comment or processing instruction, the XML declaration too. Return true to stop the scan. */
  terzijde?(start: number, eind: number): boolean | undefined;
  /** Return true to stop the scan. */
  doctype?(start: number): boolean | undefined;
}

const NABIJ = 64;

const KLEINER = 0x3c;
const GROTER = 0x3e;
const UITROEP = 0x21;
const VRAAG = 0x3f;
const SCHUIN = 0x2f;
const DUBBEL = 0x22;
const ENKEL = 0x27;

const COMMENTAAR_OPEN = bytesVan('<!--');
const COMMENTAAR_DICHT = bytesVan('-->');
const CDATA_OPEN = bytesVan('<![CDATA[');
const CDATA_DICHT = bytesVan(']]>');
const PI_DICHT = bytesVan('?>');
const DOCTYPE = bytesVan('<!DOCTYPE');

function bytesVan(tekst: string): Uint8Array {
  return new TextEncoder().encode(tekst);
}

export function isWit(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function staatOp(bytes: Uint8Array, plek: number, woord: Uint8Array): boolean {
  for (let i = 0; i < woord.length; i++) if (bytes[plek + i] !== woord[i]) return false;
  return true;
}

/** Just after the next `woord`; -1 when it does not come. */
function na(bytes: Uint8Array, vanaf: number, woord: Uint8Array): number {
  const plek = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(woord, vanaf);
  return plek === -1 ? -1 : plek + woord.length;
}

/** The next `<`; -1 when there is none. A short loop first: for a near one a call of indexOf costs more. */
function naarTag(bytes: Uint8Array, vanaf: number): number {
  const dichtbij = Math.min(vanaf + NABIJ, bytes.length);
  for (let plek = vanaf; plek < dichtbij; plek++) if (bytes[plek] === KLEINER) return plek;
  return bytes.indexOf(KLEINER, dichtbij);
}

/** Just after the `>` that ends the tag; -1 when it does not come. */
function naTag(bytes: Uint8Array, vanaf: number): number {
  for (let plek = vanaf; plek < bytes.length; plek++) {
    const byte = bytes[plek];
    if (byte === GROTER) return plek + 1;
    if (byte === DUBBEL || byte === ENKEL) {
      plek = bytes.indexOf(byte, plek + 1);
      if (plek === -1) return -1;
    }
  }
  return -1;
}

/** Just after the qualified name of the tag that begins at `start`. */
export function naamEindVan(bytes: Uint8Array, start: number): number {
  let plek = start + 1;
  for (; plek < bytes.length; plek++) {
    const byte = bytes[plek];
    if (byte === GROTER || byte === SCHUIN || isWit(byte)) break;
  }
  return plek;
}

/** Walks the file from its first `<`; ends at the end of the bytes, at broken markup or when the visitor says so. */
export function scan(bytes: Uint8Array, bezoeker: Bezoeker): void {
  let hier = 0;
  while (hier !== -1 && hier < bytes.length) {
    const start = naarTag(bytes, hier);
    if (start === -1) return;
    if (start > hier) bezoeker.tekst?.(hier, start, false);
    const soort = bytes[start + 1];
    if (soort === SCHUIN) {
      if (bezoeker.sluit?.(start)) return;
      hier = naTag(bytes, start);
    } else if (soort === VRAAG) {
      hier = na(bytes, start, PI_DICHT);
      if (hier !== -1 && bezoeker.terzijde?.(start, hier)) return;
    } else if (soort === UITROEP) {
      hier = naUitroep(bytes, start, bezoeker);
    } else {
      hier = naTag(bytes, start);
      if (hier === -1) return;
      if (bezoeker.open(start, hier, bytes[hier - 2] === SCHUIN)) return;
    }
  }
}

function naUitroep(bytes: Uint8Array, start: number, bezoeker: Bezoeker): number {
  if (staatOp(bytes, start, COMMENTAAR_OPEN)) {
    const tot = na(bytes, start + COMMENTAAR_OPEN.length, COMMENTAAR_DICHT);
    return tot !== -1 && bezoeker.terzijde?.(start, tot) ? -1 : tot;
  }
  if (staatOp(bytes, start, CDATA_OPEN)) {
    const van = start + CDATA_OPEN.length;
    const tot = na(bytes, van, CDATA_DICHT);
    if (tot !== -1) bezoeker.tekst?.(van, tot - CDATA_DICHT.length, true);
    return tot;
  }
  if (staatOp(bytes, start, DOCTYPE) && bezoeker.doctype?.(start)) return -1;
  return naTag(bytes, start);
}

/** Name and value of each attribute in a start tag, values as they stand there. */
export function attributenVan(bytes: Uint8Array, naamEind: number, eind: number): Map<string, string> {
  const tekst = new TextDecoder().decode(bytes.subarray(naamEind, eind));
  const gevonden = new Map<string, string>();
  for (const [, naam, dubbel, enkel] of tekst.matchAll(/(?:^|\s)([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (naam !== undefined && !gevonden.has(naam)) gevonden.set(naam, dubbel ?? enkel ?? '');
  }
  return gevonden;
}
