import { bigint, json, orNull, smallint, text, timestamptz, uuid, xid8 } from '../column.ts';
import { Table } from '../table.ts';

/** Append-only history of a lane. */
export const GEBEURTENIS = new Table(
  'gebeurtenis',
  {
    rij: bigint,
    /** Null for what happens outside lanes. */
    laan: orNull(text),
    /** The message or command. */
    onderwerp: orNull(uuid),
    soort: text,
    op: timestamptz,
    gegevens: orNull(json<Readonly<Record<string, unknown>>>()),
    /** The transaction that wrote it: events are read in the order of these. */
    tx: xid8,
    versie: smallint,
  },
  {
    holds:
      'Wat er met een bericht of opdracht gebeurde, en wanneer: soorten, nummers van versies en van berichten, en met welke sleutel het kwam, werd bevestigd, geopend of opnieuw aangeboden.',
    subject: 'party',
    // Which key brought it, confirmed it, opened it or had it judged again.
    personal: { gegevens: 'actor' },
    keep: 'berichten',
    purge: { with: 'bericht', by: 'onderwerp', else: 'op' },
  },
);
