import type { Sheet } from '../agreements/sheet/sheet.ts';

/** What the bytes of a spreadsheet hold. */
export type ReadSheets =
  | { readonly kind: 'ok'; readonly sheets: readonly Sheet[] }
  /** Dutch: why it cannot be read. */
  | { readonly kind: 'fout'; readonly melding: string };
