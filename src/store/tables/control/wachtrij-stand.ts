import type { WachtrijKwaal } from '../../queues/contract.ts';
import { text, textOf, timestamptz } from '../column.ts';
import { Table } from '../table.ts';

/** What is wrong with the queues of regions now. */
export const WACHTRIJ_STAND = new Table(
  'wachtrij_stand',
  { regio: text, soort: textOf<WachtrijKwaal>(), sinds: timestamptz },
  {
    holds: 'Welke regio nu geen worker heeft of gepauzeerd is, en sinds wanneer.',
    subject: 'none',
    personal: {},
    keep: 'werking',
    purge: { never: 'een rij vervalt als het voorbij is' },
  },
);
