import type { SignaalStand } from '../../../signaalbudget/signaal-stand.ts';
import type { SignaalSoort } from '../../../verdict/verdict.ts';
import { bigint, float8, orNull, sealedText, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** What parties are told outside the messages. */
export const SIGNAAL = new Table(
  'signaal',
  {
    rij: bigint,
    /** Null, as the next ones, for a signal about a queue: it is of no lane, message or party. */
    laan: orNull(text),
    regio: orNull(text),
    onderwerp: orNull(uuid),
    soort: textOf<SignaalSoort>(),
    gemeente: orNull(text),
    aanbieder: orNull(text),
    toewijzing_nummer: orNull(bigint),
    percentage: orNull(float8),
    /** Made by the gateway, of numbers and days. */
    melding: text,
    op: timestamptz,
    stand: orNull(textOf<SignaalStand>()),
    stand_op: orNull(timestamptz),
  },
  {
    holds: 'Wat partijen buiten de berichten om horen: een budget dat opraakt, een termijn die verloopt.',
    subject: 'client',
    personal: { toewijzing_nummer: 'reference', melding: 'reference' },
    keep: 'werk',
    purge: { with: 'bericht', by: 'onderwerp', else: 'op' },
  },
);

/** What was done with a signal, in order. */
export const SIGNAAL_STAND = new Table(
  'signaal_stand',
  {
    rij: bigint,
    signaal: bigint,
    stand: textOf<SignaalStand>(),
    door: text,
    toelichting: orNull(sealedText),
    op: timestamptz,
  },
  {
    holds: 'Wat partijen met een signaal deden, met hun toelichting.',
    subject: 'client',
    personal: { toelichting: 'free-text', door: 'actor' },
    keep: 'werk',
    purge: { with: 'signaal', by: 'signaal' },
  },
);
