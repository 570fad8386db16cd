import type { Via } from '../../../access/envelope.ts';
import { bigint, int, orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** What a sender is told by the way that its message came: a row for each time that it was sent. */
export const TERUGMELDING = new Table(
  'terugmelding',
  {
    rij: bigint,
    via: textOf<Via>(),
    partij: text,
    /** The sender's own id of what it sent. */
    transport_id: orNull(text),
    /** Null for what was no message: then there is a code. */
    bericht_id: orNull(uuid),
    code: orNull(text),
    gemaakt_op: timestamptz,
    pogingen: int,
    eerste_poging_op: orNull(timestamptz),
    volgende_op: orNull(timestamptz),
    geleased_tot: orNull(timestamptz),
    klaar_op: orNull(timestamptz),
    /** A code without anything of anybody. */
    fout: orNull(text),
  },
  {
    holds: 'Wat de afzender hoort langs de weg waarlangs zijn bericht kwam, en of dat is gelukt.',
    subject: 'party',
    personal: { transport_id: 'reference' },
    keep: 'berichten',
    purge: { with: 'bericht', by: 'bericht_id', else: 'gemaakt_op' },
  },
);
