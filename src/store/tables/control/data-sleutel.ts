import { bytea, int, timestamptz } from '../column.ts';
import { Table } from '../table.ts';

/** The data keys, each wrapped by a key that is derived from DATA_SLEUTEL: with a copy of the database alone none opens. */
export const DATA_SLEUTEL = new Table(
  'data_sleutel',
  { versie: int, sleutel: bytea, gemaakt_op: timestamptz },
  {
    holds: 'De sleutels waarmee berichten en vrije teksten zijn versleuteld, zelf versleuteld met `DATA_SLEUTEL`.',
    subject: 'none',
    personal: {},
    keep: 'werking',
    purge: { never: 'wat ermee is versleuteld is zonder deze sleutel niet te lezen' },
  },
);
