import { bigint, int, orNull, text } from '../column.ts';
import { Table } from '../table.ts';

/** Only storing touches this row: the last volgnummer that was given out. */
export const LAAN_TELLER = new Table(
  'laan_teller',
  { laan: text, regio: orNull(text), volgnummer: bigint },
  {
    holds: 'Hoeveel berichten een aanbieder in een regio heeft.',
    subject: 'party',
    personal: {},
    keep: 'werking',
    purge: { never: 'zonder deze stand kan een volgend bericht niet op zijn plaats komen' },
  },
);

/** Only judging touches this row: how far the lane was judged, and by which process a turn is under way (its presence). */
export const LAAN = new Table(
  'laan',
  { laan: text, beoordeeld_tot: bigint, bezig: orNull(int) },
  {
    holds: 'Tot waar de berichten van een aanbieder in een regio zijn beoordeeld.',
    subject: 'party',
    personal: {},
    keep: 'werking',
    purge: { never: 'zonder deze stand kan een volgend bericht niet op zijn plaats komen' },
  },
);
