import { scan } from './scan.ts';

/** The bytes without comments and processing instructions, the XML declaration too. */
export function zonderTerzijdes(bytes: Uint8Array): Uint8Array {
  const over = new Uint8Array(bytes.length);
  let geschreven = 0;
  let van = 0;
  scan(bytes, {
    open: () => undefined,
    terzijde(start, eind) {
      over.set(bytes.subarray(van, start), geschreven);
      geschreven += start - van;
      van = eind;
      return false;
    },
  });
  over.set(bytes.subarray(van), geschreven);
  return over.subarray(0, geschreven + bytes.length - van);
}
