import { text } from '../column.ts';
import { Table } from '../table.ts';

/** The way out of each party that does not ask for its messages itself. */
export const PARTIJ_KANAAL = new Table(
  'partij_kanaal',
  { partij: text, kanaal: text },
  {
    holds: 'Langs welke weg een partij haar berichten krijgt, als zij ze niet zelf ophaalt.',
    subject: 'party',
    personal: {},
    keep: 'werking',
    purge: { never: 'het is een instelling van de partij' },
  },
);
