import type { ClientSleutel } from '../../../dossier/client-sleutel.ts';
import type { Signaalbudget } from '../../../dossier/toewijzing.ts';
import { bigint, boolean, date, eurocents, orNull, text, textOf, uuid } from '../column.ts';
import { type ColumnPersonal, Table } from '../table.ts';

const VERSION = {
  gemeente: text,
  aanbieder: text,
  client: textOf<ClientSleutel>(),
  nummer: orNull(bigint),
  categorie: orNull(text),
  code: orNull(text),
  ingangsdatum: date,
  einddatum: orNull(date),
  toewijzingsdatum: date,
  toewijzingstijd: text,
  reden_wijziging: orNull(text),
  volume: orNull(bigint),
  eenheid: orNull(text),
  frequentie: orNull(text),
  budget: orNull(eurocents),
  referentie_aanbieder: orNull(text),
  bericht_id: uuid,
  voorlopig: boolean,
  signaalbudget_soort: orNull(textOf<Signaalbudget['soort']>()),
  signaalbudget_bedrag: orNull(eurocents),
};

const PERSONAL = {
  client: 'pseudonym',
  nummer: 'reference',
  referentie_aanbieder: 'reference',
} as const satisfies Record<string, ColumnPersonal>;

/** The newest version (IV013) of each toewijzing. Claims keep (gemeente, nummer) unique. */
export const TOEWIJZING = new Table(
  'toewijzing',
  { sleutel: uuid, laan: text, ...VERSION },
  {
    holds: 'Welke hulp een gemeente nu aan een kind heeft toegewezen, bij welke aanbieder.',
    subject: 'client',
    personal: PERSONAL,
    keep: 'dossier',
    purge: { with: 'client', by: 'client' },
  },
);

/** Every version that was written, in order of writing; those that the aanbieder refused are verworpen. */
export const TOEWIJZING_VERSIE = new Table(
  'toewijzing_versie',
  { rij: bigint, sleutel: uuid, laan: text, verworpen: boolean, ...VERSION },
  {
    holds: 'Alle versies van een toewijzing, ook de geweigerde.',
    subject: 'client',
    personal: PERSONAL,
    keep: 'dossier',
    purge: { with: 'client', by: 'client' },
  },
);

/** What a version is: the same columns in both tables. */
export const VERSIE = TOEWIJZING.without('laan');
