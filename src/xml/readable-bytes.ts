/**
 * Bytes as UTF-8 without a byte order mark (BOM), so that a file in the wrong encoding can still be told apart and its
 * sender told so. Only for looking at names and headers: the gate judges the bytes as they came.
 */
export function isUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

export function leesbareBytes(bytes: Uint8Array): Uint8Array {
  if (isUtf16(bytes)) {
    const decoder = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');
    return new TextEncoder().encode(decoder.decode(bytes));
  }
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bom ? bytes.subarray(3) : bytes;
}
