/** What must hold of the bytes before anything reads them as XML: size, encoding, characters (OP179, OP192). */
import { isUtf8 } from 'node:buffer';
import type { Bevinding } from '../../findings/bevinding.ts';
import { plaatsVan, poortBevinding } from './poort-bevinding.ts';
import { GRENZEN } from './poort-meldingen.ts';

export function fileChecks(bytes: Uint8Array, hoogstens: number): Bevinding[] {
  if (bytes.length > hoogstens) return [poortBevinding('POORT-GROOTTE')];
  const utf16 = utf16Van(bytes);
  if (utf16 !== null) return [poortBevinding('POORT-CODERING', { codering: utf16 })];
  return [...bom(bytes), ...codering(bytes), ...stuurtekens(bytes)];
}

function utf16Van(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'UTF-16 (little-endian)';
  if (a === 0xfe && b === 0xff) return 'UTF-16 (big-endian)';
  // UTF-16 without a byte order mark (BOM): the zero byte beside the first `<`.
  return (a === 0x3c && b === 0) || (a === 0 && b === 0x3c) ? 'UTF-16' : null;
}

function bom(bytes: Uint8Array): Bevinding[] {
  const heeftBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return heeftBom ? [poortBevinding('POORT-BOM', {}, { lijn: 1, kolom: 1 })] : [];
}

const DECLARATIE = /^(?:\u00ef\u00bb\u00bf)?<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)["']/;

/** Encodings that are called by their name; whoever made the file may have written anything there. */
const CODERINGEN =
  /^(?:utf-?(?:16|32)(?:[lb]e)?|(?:us-)?ascii|iso-?8859-\d{1,2}|latin-?\d|windows-\d{3,4}|cp-?\d{3,4})$/i;

function codering(bytes: Uint8Array): Bevinding[] {
  const begin = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, GRENZEN.startTag)).toString(
    'latin1',
  );
  const opgegeven = DECLARATIE.exec(begin)?.[1] ?? 'UTF-8';
  if (!/^utf-?8$/i.test(opgegeven)) {
    const netjes = CODERINGEN.test(opgegeven) ? opgegeven : 'een andere codering';
    return [poortBevinding('POORT-CODERING', { codering: netjes }, { lijn: 1, kolom: 1 })];
  }
  if (isUtf8(bytes)) return [];
  return [poortBevinding('POORT-CODERING', { codering: 'een andere codering' }, eersteFout(bytes))];
}

/** Where the bytes stop being UTF-8: the first character that cannot be read. */
function eersteFout(bytes: Uint8Array): { lijn: number; kolom: number } {
  const tekst = new TextDecoder().decode(bytes);
  const goed = tekst.slice(0, tekst.indexOf('\ufffd'));
  const lijnen = goed.split('\n');
  return { lijn: lijnen.length, kolom: [...(lijnen[lijnen.length - 1] ?? '')].length + 1 };
}

function stuurtekens(bytes: Uint8Array): Bevinding[] {
  const [eerste, aantal] = telStuurtekens(bytes);
  if (aantal === 0) return [];
  const teken = `U+${(bytes[eerste] ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return [poortBevinding('POORT-TEKENS', { teken, aantal }, plaatsVan(bytes, eerste))];
}

/** Place of the first control character that XML cannot hold, and how many there are: 25 MB, so four bytes at a time. */
function telStuurtekens(bytes: Uint8Array): readonly [eerste: number, aantal: number] {
  let aantal = 0;
  let eerste = -1;
  const tel = (van: number, tot: number) => {
    for (let i = van; i < tot; i++) {
      const byte = bytes[i] ?? 0;
      if (byte >= 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
      if (aantal === 0) eerste = i;
      aantal++;
    }
  };
  const begin = Math.min((4 - (bytes.byteOffset % 4)) % 4, bytes.length);
  const woorden = new Uint32Array(bytes.buffer, bytes.byteOffset + begin, (bytes.length - begin) >> 2);
  const eind = begin + 4 * woorden.length;
  tel(0, begin);
  for (let i = 0; i < woorden.length; i++) {
    const woord = woorden[i] ?? 0;
    // Not zero when one of the four lies below 0x20; line ends and tabs do too.
    if (((woord - 0x20202020) & ~woord & 0x80808080) !== 0) tel(begin + 4 * i, begin + 4 * i + 4);
  }
  tel(eind, bytes.length);
  return [eerste, aantal];
}
