import type { Bevinding } from '../../findings/bevinding.ts';
import { isUtf16 } from '../readable-bytes.ts';
import { poortBevinding } from './poort-bevinding.ts';

/** How many bytes are looked at: the first lines of any format. */
const VENSTER = 4096;

/** Formats that begin with bytes of their own. */
const INGEPAKT: readonly (readonly [naam: string, begin: readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
];

const STUUR_XML = 'Stuur het XML-bericht zelf, zonder iets eromheen.';

/** Text formats, by how they begin. The first that fits names the file. */
const TEKSTEN: readonly (readonly [patroon: RegExp, wat: string, doe: string])[] = [
  [/^%PDF-/, 'een PDF', 'Stuur het XML-bericht waarvan de PDF een afdruk is.'],
  [/^[{[]/, 'JSON', 'Stuur het iJW-bericht als XML; is het in de JSON opgenomen, stuur dan alleen dat deel.'],
  [/^-----BEGIN /, 'een bestand met PEM-codering (versleuteld of ondertekend)', `Ontsleutel het eerst. ${STUUR_XML}`],
  [/^--[\w'()+,./:=?-]+\r?\nContent-/i, 'een formulier (multipart)', STUUR_XML],
  [
    /^(?:MIME-Version|Content-Type|Content-Transfer-Encoding|Received|Return-Path|From|Date):/i,
    'een e-mail',
    `Haal de bijlage eruit. ${STUUR_XML}`,
  ],
  [/^UN[AB][+:]/, 'een EDIFACT-bestand', STUUR_XML],
];

/** An EI file: records of a fixed width, each begun by the two digits of its kind; the first is 01 with a berichtcode. */
const EI = /^01(\d{3})\d{2}[^\n<]{20}/;
/** The first bytes of a message, in base64: `<?xml`, `<` with the letter of a prefix, or a BOM before them. */
const BASE64 = /^(?:PD94|PGp3|PEJl|77u\/)[A-Za-z0-9+/\s]{40}/;

/**
 * What a file is that is no XML at all: packed, another format, an old EI file. Null for what begins as XML does (or is
 * UTF-16, which has a finding of its own), and for what nobody can name.
 */
export function vreemdBestand(bytes: Uint8Array): Bevinding | null {
  if (isUtf16(bytes)) return null;
  const ingepakt = INGEPAKT.find(([, begin]) => begin.every((byte, i) => bytes[i] === byte));
  if (ingepakt !== undefined) return poortBevinding('POORT-INGEPAKT', { formaat: ingepakt[0] });
  // Latin-1 reads any byte; these formats are told by ASCII.
  const begin = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, VENSTER)).toString('latin1');
  const tekst = begin.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (tekst.startsWith('<')) return null;
  const gevonden = TEKSTEN.find(([patroon]) => patroon.test(tekst));
  if (gevonden !== undefined) return formaat(gevonden[1], gevonden[2]);
  const [, berichtcode] = EI.exec(tekst) ?? [];
  if (berichtcode !== undefined) return poortBevinding('POORT-EI', { berichtcode });
  return BASE64.test(tekst) ? formaat('XML in base64-codering', `Decodeer het eerst. ${STUUR_XML}`) : null;
}

function formaat(wat: string, doe: string): Bevinding {
  return poortBevinding('POORT-FORMAAT', { wat, doe });
}
