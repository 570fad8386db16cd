import type { Via } from '../../../access/envelope.ts';
import type { BerichtType, Release } from '../../../standard/message-types.ts';
import type { AntwoordZegt, Status } from '../../../verdict/verdict.ts';
import type { VerslagKolom, VerslagKort } from '../../messages/verslag-rij.ts';
import { bigint, bytea, int, orNull, sealedJson, text, textOf, texts, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** A message: received (richting 'in') or composed ('uit'). */
export const BERICHT = new Table(
  'bericht',
  {
    id: uuid,
    richting: textOf<'in' | 'uit'>(),
    laan: text,
    volgnummer: orNull(bigint),
    partij: text,
    sha256: orNull(bytea),
    /** Bytes of the message itself, however it is kept. */
    omvang: int,
    type: orNull(textOf<BerichtType>()),
    release: orNull(textOf<Release>()),
    afzender: orNull(text),
    ontvanger: orNull(text),
    identificatie: orNull(text),
    gemeente: orNull(text),
    aanbieder: orNull(text),
    regio: orNull(text),
    status: textOf<Status>(),
    bevindingen: sealedJson<VerslagKolom>(),
    verslag_kort: orNull(sealedJson<VerslagKort>()),
    ontvangen_op: timestamptz,
    /** When it was sent again after it was refused: then it came in later than its id says. */
    opnieuw_op: orNull(timestamptz),
    wacht_sinds: timestamptz,
    beoordeeld_op: orNull(timestamptz),
    pogingen: int,
    /** Why it is stuck: of the machinery, never of the message. */
    reden: orNull(text),
    in_antwoord_op: orNull(uuid),
    antwoord_nr: orNull(int),
    afspraken_versie: orNull(int),
    regels_versie: orNull(text),
    /** The way that it came in; says nothing of what the gateway composed. */
    via: textOf<Via>(),
    /** The sender's own id of what was sent. */
    transport_id: orNull(text),
    /** What an answer that came in says of what it answers; of a JW319, also a composed one, that it refuses. */
    zegt: orNull(textOf<AntwoordZegt>()),
    /** The retourcodes with which it does not grant all; of a JW319 the reason. */
    zegt_codes: orNull(texts),
  },
  {
    holds: 'Van elk bericht: tussen wie, van welk type, wanneer, de status en de bevindingen.',
    subject: 'client',
    personal: {
      identificatie: 'reference',
      transport_id: 'reference',
      bevindingen: 'free-text',
      verslag_kort: 'free-text',
    },
    keep: 'berichten',
    purge: { after: 'ontvangen_op' },
  },
);
