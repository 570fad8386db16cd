import { text } from '../column.ts';
import { Table } from '../table.ts';

/** Which other parties figure in the messages that a party sees, and when; kept by triggers (migration 0022). */
export const UITWISSELING = new Table(
  'uitwisseling',
  {
    partij: text,
    ander: text,
    /** The first four digits of the ids of these messages: some fifty days. */
    vak: text,
  },
  {
    holds:
      'Met welke andere partij een partij in een periode van vijftig dagen berichten heeft, zodat een lijst niet verder zoekt.',
    subject: 'party',
    personal: {},
    keep: 'werking',
    purge: { never: 'er staat niets van een bericht of een kind in' },
  },
);
