import { bigint, text } from '../column.ts';
import { Table } from '../table.ts';

/** Numbers that the gateway gives out, in blocks; vanaf and blok are those of the last draw. */
export const NUMMERREEKS = new Table(
  'nummerreeks',
  { naam: text, vanaf: bigint, blok: bigint, volgende: bigint },
  {
    holds: 'Welke nummers de gateway al heeft uitgegeven.',
    subject: 'none',
    personal: {},
    keep: 'werking',
    purge: { never: 'een nummer mag geen tweede keer worden uitgegeven' },
  },
);
