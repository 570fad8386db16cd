import type { Channel } from '../../channels/contract.ts';
import { orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** How each way does in each process that runs it. */
export const KANAAL_STAND = new Table(
  'kanaal_stand',
  {
    kanaal: textOf<Channel>(),
    proces: uuid,
    staat: textOf<'goed' | 'storing'>(),
    sinds: timestamptz,
    /** A code or sentence without anything of anybody. */
    laatste_fout: orNull(text),
    gezien_op: timestamptz,
  },
  {
    holds: 'Of een kanaal het doet in elk proces dat het bedient, en sinds wanneer.',
    subject: 'none',
    personal: {},
    keep: 'werking',
    purge: { never: 'een rij vervalt een dag na het proces' },
  },
);
