import { bytea, timestamptz } from '../column.ts';
import { Table } from '../table.ts';

/** People who are signed in at the pages. */
export const SESSIE = new Table(
  'sessie',
  {
    /** Of the secret that the browser holds. */
    hash: bytea,
    /** Of the key with which somebody signed in. */
    sleutel_hash: bytea,
    begonnen_op: timestamptz,
    gebruikt_op: timestamptz,
  },
  {
    holds: 'Wie er bij de pagina’s is aangemeld: van geheim en sleutel alleen een hash.',
    subject: 'party',
    personal: {},
    keep: 'werking',
    purge: { after: 'gebruikt_op' },
  },
);
