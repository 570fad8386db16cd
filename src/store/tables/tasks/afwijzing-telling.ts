import type { ProductAfwijzing } from '../../../verdict/verdict.ts';
import { bigint, date, eurocents, orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** What was refused, counted without persons: requests by our reason, lines by retourcode. */
export const AFWIJZING_TELLING = new Table(
  'afwijzing_telling',
  {
    bericht_id: uuid,
    laan: text,
    gemeente: text,
    aanbieder: text,
    soort: textOf<ProductAfwijzing['soort']>(),
    categorie: orNull(text),
    code: orNull(text),
    datum: date,
    maand: date,
    reden: text,
    aantal: bigint,
    clienten: bigint,
    bedrag: eurocents,
    /** When it was counted. */
    op: timestamptz,
  },
  {
    holds: 'Hoeveel er per bericht is afgewezen, om welke reden en voor welk bedrag.',
    subject: 'party',
    personal: {},
    keep: 'tellingen',
    purge: { after: 'op' },
  },
);
