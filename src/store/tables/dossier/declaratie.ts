import { date, text, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** A JW323 or JW303 that was not rejected as a whole. */
export const DECLARATIE = new Table(
  'declaratie',
  {
    aanbieder: text,
    nummer: text,
    laan: text,
    gemeente: text,
    periode_begin: date,
    periode_einde: date,
    bericht_id: uuid,
    release: text,
  },
  {
    holds: 'Over welke periode een aanbieder bij een gemeente declareerde.',
    subject: 'party',
    personal: {},
    keep: 'declaraties',
    purge: { with: 'bericht', by: 'bericht_id' },
  },
);

/** What is of the declaratie itself; lane and parties are those of its message. */
export const DECLARATIE_RECORD = DECLARATIE.without('laan', 'gemeente', 'aanbieder');
