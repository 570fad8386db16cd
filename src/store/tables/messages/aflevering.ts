import type { BerichtType } from '../../../standard/message-types.ts';
import type { AfleverStatus } from '../../deliveries/contract.ts';
import { bigint, boolean, int, orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** A message on its way to a party; rij is the paging key of GET /uitgaand. */
export const AFLEVERING = new Table(
  'aflevering',
  {
    rij: bigint,
    bericht_id: uuid,
    partij: text,
    type: orNull(textOf<BerichtType>()),
    status: textOf<AfleverStatus>(),
    gemaakt_op: timestamptz,
    op: timestamptz,
    bevestigd: boolean,
    kanaal: text,
    pogingen: int,
    eerste_poging_op: orNull(timestamptz),
    volgende_op: orNull(timestamptz),
    geleased_tot: orNull(timestamptz),
    /** A code without anything of anybody. */
    fout: orNull(text),
    /** Of the delivery, on ways that want one beside the id of the message. */
    referentie: orNull(text),
  },
  {
    holds: 'Welk bericht aan welke partij wordt geleverd, en of het is bevestigd.',
    subject: 'party',
    personal: {},
    keep: 'berichten',
    purge: { with: 'bericht', by: 'bericht_id' },
  },
);
