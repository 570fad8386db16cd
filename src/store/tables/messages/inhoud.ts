import { sealedBytes, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** The bytes as received or sent. */
export const INHOUD = new Table(
  'inhoud',
  { bericht_id: uuid, bytes: sealedBytes },
  {
    holds: 'De berichten zelf, zoals ze binnenkwamen en uitgingen.',
    subject: 'client',
    personal: { bytes: 'body' },
    keep: 'berichten',
    purge: { with: 'bericht', by: 'bericht_id' },
  },
);
