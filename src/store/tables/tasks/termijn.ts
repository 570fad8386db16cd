import type { TermijnSoort } from '../../../requests/termijnen.ts';
import { bigint, date, orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Terms that run or ran: who must do what by when. `sleutel` names what is waited for within its lane. */
export const TERMIJN = new Table(
  'termijn',
  {
    rij: bigint,
    laan: text,
    regio: orNull(text),
    sleutel: text,
    soort: textOf<TermijnSoort>(),
    partij: text,
    gemeente: text,
    aanbieder: text,
    referentie: orNull(text),
    toewijzing_nummer: orNull(bigint),
    bericht_id: uuid,
    begin: date,
    waarschuw: date,
    uiterlijk: date,
    gewaarschuwd_op: orNull(timestamptz),
    verstreken_op: orNull(timestamptz),
    klaar_op: orNull(timestamptz),
  },
  {
    holds: 'Welke partij uiterlijk wanneer iets moet doen.',
    subject: 'client',
    personal: { sleutel: 'reference', referentie: 'reference', toewijzing_nummer: 'reference' },
    keep: 'werk',
    purge: { with: 'bericht', by: 'bericht_id' },
  },
);
