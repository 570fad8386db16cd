import type { Rol } from '../../../access/keys/contract.ts';
import type { NoticeKind, NoticePace, NoticeWay } from '../../subscriptions/contract.ts';
import { int, json, orNull, sealedText, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Who hears of signals by mail or webhook. */
export const ABONNEMENT = new Table(
  'abonnement',
  {
    id: uuid,
    /** As whom it looks: what that role sees of these parties or regions. */
    rol: textOf<Rol>(),
    partijen: orNull(json<readonly string[]>()),
    regios: orNull(json<readonly string[]>()),
    weg: textOf<NoticeWay>(),
    /** A mail address or the address of a webhook. */
    adres: sealedText,
    /** Signs what goes to a webhook. */
    geheim: orNull(sealedText),
    soorten: json<readonly NoticeKind[]>(),
    ritme: textOf<NoticePace>(),
    door: text,
    gemaakt_op: timestamptz,
    /** Place in what happened, up to which it was told. */
    positie: text,
    verteld_op: orNull(timestamptz),
    volgende_op: timestamptz,
    pogingen: int,
    fout: orNull(text),
    fout_sinds: orNull(timestamptz),
    /** A process is telling it until then at most. */
    bezet_tot: orNull(timestamptz),
    /** When it was asked to be tried; null once it was. */
    proef_op: orNull(timestamptz),
  },
  {
    holds: 'Wie signalen per mail of webhook krijgt, met het adres, en tot waar het is verteld.',
    subject: 'party',
    personal: { adres: 'secret', geheim: 'secret', door: 'actor' },
    keep: 'werking',
    purge: { never: 'het is een instelling; beëindigen verwijdert de rij' },
  },
);
