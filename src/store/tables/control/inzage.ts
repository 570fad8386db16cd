import { bigint, orNull, sealedText, text, timestamptz } from '../column.ts';
import { Table } from '../table.ts';

/** Who opened which body or did what, when (docs/decisions/privacy.md). */
export const INZAGE = new Table(
  'inzage',
  {
    rij: bigint,
    op: timestamptz,
    /** Id of the key. */
    door: text,
    /** The name that the key had then. */
    door_naam: orNull(text),
    handeling: text,
    onderwerp: text,
    /** Why, in the words of who did it. */
    reden: orNull(sealedText),
  },
  {
    holds: 'Wie een bericht of toewijzing opende of iets veranderde, en wanneer.',
    subject: 'client',
    personal: { door: 'actor', door_naam: 'actor', onderwerp: 'reference', reden: 'free-text' },
    keep: 'inzage',
    purge: { after: 'op' },
  },
);
