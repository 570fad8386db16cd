import type { ClientSleutel } from '../../../dossier/client-sleutel.ts';
import type { PrestatieRecord } from '../../../dossier/prestatie.ts';
import { bigint, date, eurocents, orNull, text, textOf, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** One row per judged line; a refused one may come again in another message under the same reference. */
export const PRESTATIE = new Table(
  'prestatie',
  {
    bericht_id: uuid,
    referentie: text,
    laan: text,
    gemeente: text,
    aanbieder: text,
    vorige_referentie: orNull(text),
    toewijzing: orNull(uuid),
    toewijzing_nummer: orNull(bigint),
    client: textOf<ClientSleutel>(),
    categorie: text,
    code: text,
    begin: date,
    einde: date,
    volume: bigint,
    eenheid: text,
    tarief: orNull(bigint),
    bedrag: eurocents,
    debet_credit: textOf<PrestatieRecord['debetCredit']>(),
    stand: textOf<PrestatieRecord['stand']>(),
  },
  {
    holds: 'Welke hulp voor een kind is gedeclareerd, hoeveel en voor welk bedrag.',
    subject: 'client',
    personal: {
      client: 'pseudonym',
      referentie: 'reference',
      vorige_referentie: 'reference',
      toewijzing_nummer: 'reference',
    },
    keep: 'declaraties',
    purge: { with: 'bericht', by: 'bericht_id' },
  },
);

/** What is of the line itself; lane and parties are those of its message. */
export const PRESTATIE_RECORD = PRESTATIE.without('laan', 'gemeente', 'aanbieder');
