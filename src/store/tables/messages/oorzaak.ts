import type { Ernst } from '../../../findings/bevinding.ts';
import type { BerichtType } from '../../../standard/message-types.ts';
import type { Status } from '../../../verdict/verdict.ts';
import { int, orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** How often a message did not pass a rule. */
export const OORZAAK = new Table(
  'oorzaak',
  {
    bericht_id: uuid,
    regel: text,
    /** Empty where the standard sends none. */
    retourcode: text,
    ernst: textOf<Ernst>(),
    aantal: int,
    /** Who sent it; beside it those that it was delivered to, and the rest that a list asks by. */
    partij: text,
    aan: orNull(text),
    type: orNull(textOf<BerichtType>()),
    regio: orNull(text),
    status: textOf<Status>(),
    op: timestamptz,
    /** Of how many clients; null where it was not counted yet. */
    clienten: orNull(int),
  },
  {
    holds: 'Aan welke regels een bericht niet voldeed en hoe vaak; zonder de bevindingen zelf.',
    subject: 'party',
    personal: {},
    keep: 'berichten',
    purge: { with: 'bericht', by: 'bericht_id' },
  },
);
