import type { ClientSleutel } from '../../../dossier/client-sleutel.ts';
import { bigint, orNull, text, textOf, timestamptz } from '../column.ts';
import { Table } from '../table.ts';

/** The aanbieder that a gemeente named as the one to speak to for a client; the newest row counts, null: nobody. */
export const AANSPREEKPUNT = new Table(
  'aanspreekpunt',
  {
    rij: bigint,
    gemeente: text,
    client: textOf<ClientSleutel>(),
    aanbieder: orNull(text),
    door: text,
    op: timestamptz,
  },
  {
    holds: 'Welke aanbieder volgens de gemeente het aanspreekpunt van een kind is.',
    subject: 'client',
    personal: { client: 'pseudonym', door: 'actor' },
    keep: 'dossier',
    purge: { with: 'client', by: 'client' },
  },
);
