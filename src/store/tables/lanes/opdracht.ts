import type { OpdrachtUitkomst } from '../../lanes/command-contract.ts';
import { bigint, int, orNull, sealedJson, sealedText, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

type Gegevens = Readonly<Record<string, unknown>>;

/** A command for a lane: a maatwerk grant, a werkbak decision. */
export const OPDRACHT = new Table(
  'opdracht',
  {
    id: uuid,
    laan: text,
    volgnummer: bigint,
    regio: orNull(text),
    soort: text,
    partij: text,
    gegevens: sealedJson<Gegevens>(),
    idempotentie: orNull(text),
    ontvangen_op: timestamptz,
    wacht_sinds: timestamptz,
    pogingen: int,
    stand: textOf<OpdrachtUitkomst['stand']>(),
    resultaat: orNull(sealedJson<Gegevens>()),
    reden: orNull(sealedText),
  },
  {
    holds: 'Besluiten op verzoeken en maatwerk: wat is gevraagd, met reden, plan en toelichting, en wat ervan kwam.',
    subject: 'client',
    personal: { gegevens: 'free-text', resultaat: 'free-text', reden: 'free-text', idempotentie: 'reference' },
    keep: 'werk',
    purge: { after: 'ontvangen_op' },
  },
);
