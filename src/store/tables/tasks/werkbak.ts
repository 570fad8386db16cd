import type { ClientSleutel } from '../../../dossier/client-sleutel.ts';
import type { WerkbakItem } from '../../../verdict/verdict.ts';
import { json, orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Requests that wait for a gemeente's decision. */
export const WERKBAK = new Table(
  'werkbak',
  {
    id: uuid,
    laan: text,
    regio: orNull(text),
    gemeente: text,
    aanbieder: text,
    referentie: text,
    soort: textOf<WerkbakItem['soort']>(),
    client: textOf<ClientSleutel>(),
    redenen: json<readonly string[]>(),
    bericht_id: uuid,
    op: timestamptz,
    gesloten_op: orNull(timestamptz),
  },
  {
    holds: 'Verzoeken waarop een gemeente moet beslissen, en waarom de gateway dat niet zelf kon.',
    subject: 'client',
    personal: { client: 'pseudonym', referentie: 'reference' },
    keep: 'werk',
    purge: { with: 'client', by: 'client' },
  },
);
