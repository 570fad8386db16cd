/**
 * Bytes of many rows as one parameter, which a driver sends as they are: each row takes its part with
 * `substring(bytes from vanaf for length)`. Where the parts begin is counted from 1, as SQL does.
 */
export function joinBytes(parts: readonly Uint8Array[]): {
  readonly bytes: Uint8Array;
  readonly vanaf: readonly number[];
} {
  let next = 1;
  const vanaf = parts.map(({ length }) => {
    const begin = next;
    next += length;
    return begin;
  });
  const [first] = parts;
  return { bytes: parts.length === 1 && first !== undefined ? first : Buffer.concat(parts), vanaf };
}
