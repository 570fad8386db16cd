import { text } from '../column.ts';
import { Table } from '../table.ts';

/** What holds for the whole database, such as the print of the key of the BSN hash. */
export const INSTELLING = new Table(
  'instelling',
  { naam: text, waarde: text },
  {
    holds: 'Wat voor de hele database geldt, zoals de afdruk van de sleutel waarmee BSN worden versleuteld.',
    subject: 'none',
    personal: {},
    keep: 'werking',
    purge: { never: 'zonder deze afdruk is niet te zien of de sleutel de goede is' },
  },
);
