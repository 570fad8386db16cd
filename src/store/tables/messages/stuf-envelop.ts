import { bytea, orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** An envelope that a party sent by StUF: its number may be used once. */
export const STUF_ENVELOP = new Table(
  'stuf_envelop',
  {
    partij: text,
    referentienummer: text,
    soort: textOf<'Di01' | 'Du01'>(),
    /** Of a Du01: what it says that it answers. */
    cross_refnummer: orNull(text),
    /** Of the payload. */
    sha256: bytea,
    ontvanger: text,
    /** Type and version by the envelope. */
    details: text,
    bericht_id: orNull(uuid),
    /** Why it was refused afterwards, in a sentence without any value. */
    reden: orNull(text),
    op: timestamptz,
  },
  {
    holds: 'Welke StUF-enveloppen een partij stuurde: nummers, aan wie, van welk type, en of de inhoud is bewaard.',
    subject: 'party',
    personal: { referentienummer: 'reference', cross_refnummer: 'reference' },
    keep: 'berichten',
    purge: { after: 'op' },
  },
);
