import { bigint, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** What a message is about, to find it by. */
export const ZOEKTERM = new Table(
  'zoekterm',
  {
    /** Of a client (by its keyed hash), a toewijzing, a reference or a declaratie: a hash. */
    term: bigint,
    bericht_id: uuid,
  },
  {
    holds:
      'Over welke cliënt, toewijzing, referentie of declaratie een bericht gaat, als getal waarmee het is te vinden.',
    subject: 'client',
    personal: { term: 'pseudonym' },
    keep: 'berichten',
    purge: { with: 'bericht', by: 'bericht_id' },
  },
);
