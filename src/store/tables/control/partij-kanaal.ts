import type { Channel } from '../../channels/contract.ts';
import { boolean, int, orNull, sealedText, text, textOf } from '../column.ts';
import { Table } from '../table.ts';

/** The way out of each party that does not ask for its messages itself, and what every way needs to know of it. */
export const PARTIJ_KANAAL = new Table(
  'partij_kanaal',
  {
    partij: text,
    kanaal: textOf<Channel>(),
    amqp_gebruiker: orNull(text),
    url: orNull(text),
    /** Of the signature of a webhook. */
    geheim: orNull(sealedText),
    endpoint: orNull(text),
    /** PEM, for mutual TLS; public. */
    certificaat: orNull(text),
    /** PEM: the private key of that certificate. */
    sleutel: orNull(sealedText),
    leeg_is_goed: boolean,
    versie: int,
  },
  {
    holds: 'Langs welke weg een partij haar berichten krijgt, en wat die weg van haar moet weten.',
    subject: 'party',
    personal: { geheim: 'secret', sleutel: 'secret' },
    keep: 'werking',
    purge: { never: 'het is een instelling van de partij' },
  },
);
