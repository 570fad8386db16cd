import type { ClientSleutel } from '../../../dossier/client-sleutel.ts';
import type { Groep } from '../../../xml/tree.ts';
import { sealedJson, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Client of the latest accepted JW301, from which later ones are composed. */
export const CLIENT_GEGEVENS = new Table(
  'client_gegevens',
  {
    gemeente: text,
    aanbieder: text,
    client: textOf<ClientSleutel>(),
    gegevens: sealedJson<Groep>(),
    bericht_id: uuid,
    op: timestamptz,
  },
  {
    holds: 'BSN, naam, geboortedatum en adres uit de laatste JW301, om volgende toewijzingen mee te kunnen maken.',
    subject: 'client',
    personal: { client: 'pseudonym', gegevens: 'body' },
    keep: 'dossier',
    purge: { with: 'client', by: 'client' },
  },
);
