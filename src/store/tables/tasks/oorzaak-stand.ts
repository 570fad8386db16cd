import type { OorzaakStand } from '../../causes/contract.ts';
import { bigint, orNull, sealedText, text, textOf, timestamptz } from '../column.ts';
import { Table } from '../table.ts';

/** What staff says of a group of refused lines, in order; the newest row counts. */
export const OORZAAK_STAND = new Table(
  'oorzaak_stand',
  {
    rij: bigint,
    partij: text,
    /** Empty for messages whose type could not be read. */
    type: text,
    regel: text,
    stand: textOf<OorzaakStand>(),
    notitie: orNull(sealedText),
    /** Id of the key. */
    door: text,
    op: timestamptz,
  },
  {
    holds: 'Wat er met een groep afgewezen regels van een afzender gebeurt, met een notitie van de medewerker.',
    subject: 'party',
    personal: { notitie: 'free-text', door: 'actor' },
    keep: 'werk',
    purge: { after: 'op' },
  },
);
