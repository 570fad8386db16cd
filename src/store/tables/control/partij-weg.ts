import { orNull, text, timestamptz } from '../column.ts';
import { Table } from '../table.ts';

/** How the way of each party does. */
export const PARTIJ_WEG = new Table(
  'partij_weg',
  {
    partij: text,
    /** Null: it does not fail. */
    storing_sinds: orNull(timestamptz),
    /** Right to the second. */
    laatste_succes: orNull(timestamptz),
    /** A code without anything of anybody. */
    laatste_fout: orNull(text),
    laatste_fout_op: orNull(timestamptz),
  },
  {
    holds: 'Of de weg naar een partij het doet, sinds wanneer niet, en wanneer er het laatst iets aankwam.',
    subject: 'party',
    personal: {},
    keep: 'werking',
    purge: { never: 'er is één rij per partij' },
  },
);
