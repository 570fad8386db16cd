import type { AfsprakenDocument } from '../../../agreements/document.ts';
import { int, json, text, timestamptz } from '../column.ts';
import { Table } from '../table.ts';

/** versie is the gateway's own count; the document's own label may repeat. */
export const AFSPRAKEN = new Table(
  'afspraken',
  { versie: int, document: json<AfsprakenDocument>(), door: text, op: timestamptz },
  {
    holds: "Elke versie van het afsprakendocument: regio's, gemeenten, contracten, tarieven.",
    subject: 'none',
    personal: { door: 'actor' },
    keep: 'afspraken',
    purge: { never: 'elk oordeel noemt de versie waarmee het is gegeven' },
  },
);
