import { bigint, json, orNull, text, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Append-only history of a lane. */
export const GEBEURTENIS = new Table(
  'gebeurtenis',
  {
    rij: bigint,
    laan: text,
    /** The message or command. */
    onderwerp: uuid,
    soort: text,
    op: timestamptz,
    gegevens: orNull(json<Readonly<Record<string, unknown>>>()),
  },
  {
    holds: 'Wat er met een bericht of opdracht gebeurde, en wanneer: soorten, nummers van versies en van berichten.',
    subject: 'party',
    personal: {},
    keep: 'berichten',
    purge: { with: 'bericht', by: 'onderwerp' },
  },
);
