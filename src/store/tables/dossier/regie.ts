import type { ClientSleutel } from '../../../dossier/client-sleutel.ts';
import type { RegieRecord } from '../../../dossier/regie.ts';
import { bigint, date, orNull, text, textOf, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Starts and stops; a removed one stays as history. */
export const REGIE = new Table(
  'regie',
  {
    rij: bigint,
    laan: text,
    gemeente: text,
    aanbieder: text,
    client: textOf<ClientSleutel>(),
    soort: textOf<RegieRecord['soort']>(),
    toewijzing_nummer: orNull(bigint),
    categorie: orNull(text),
    code: orNull(text),
    begindatum: date,
    einddatum: orNull(date),
    reden_beeindiging: orNull(text),
    toewijzing_ingangsdatum: orNull(date),
    bericht_id: uuid,
    volgorde: bigint,
    verwijderd_door: orNull(uuid),
  },
  {
    holds: 'Wanneer hulp aan een kind begon en eindigde, en waarom.',
    subject: 'client',
    personal: { client: 'pseudonym', toewijzing_nummer: 'reference' },
    keep: 'dossier',
    purge: { with: 'client', by: 'client' },
  },
);

/** What is of the start or stop itself; lane and parties are those of its message. */
export const REGIE_RECORD = REGIE.without('rij', 'laan', 'gemeente', 'aanbieder', 'verwijderd_door');
