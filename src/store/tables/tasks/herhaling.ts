import { boolean, int, json, orNull, text, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Messages that are judged again together. */
export const HERHALING = new Table(
  'herhaling',
  {
    id: uuid,
    /** Id of the key. */
    door: text,
    proef: boolean,
    gevraagd: int,
    /** Of a trial: how many would be taken, and refused for which reason; of others this is counted. */
    uitkomst: orNull(json<Readonly<Record<string, number>>>()),
    op: timestamptz,
    klaar_op: orNull(timestamptz),
  },
  {
    holds: 'Welke berichten een medewerker samen opnieuw liet beoordelen: hoeveel, en wanneer het klaar was.',
    subject: 'none',
    personal: { door: 'actor' },
    keep: 'werk',
    purge: { after: 'op' },
  },
);

/** Each of them, in the order in which they go. */
export const HERHALING_BERICHT = new Table(
  'herhaling_bericht',
  {
    herhaling: uuid,
    nr: int,
    bericht_id: uuid,
    /** Null: not reached yet. */
    uitkomst: orNull(text),
  },
  {
    holds: 'Wat er van elk van die berichten werd: aangeboden, of waarom niet.',
    subject: 'party',
    personal: {},
    keep: 'werk',
    purge: { with: 'herhaling', by: 'herhaling' },
  },
);
