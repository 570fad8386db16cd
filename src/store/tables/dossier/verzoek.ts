import type { ClientSleutel } from '../../../dossier/client-sleutel.ts';
import type { VerzoekRecord, VerzoekStand } from '../../../dossier/verzoek.ts';
import { date, int, orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Requests, and what became of them. */
export const VERZOEK = new Table(
  'verzoek',
  {
    aanbieder: text,
    referentie: text,
    laan: text,
    gemeente: text,
    soort: textOf<VerzoekRecord['soort']>(),
    client: textOf<ClientSleutel>(),
    stand: textOf<VerzoekStand>(),
    antwoorden: int,
    bericht_id: uuid,
    release: text,
    dagtekening: date,
    ingangsdatum: date,
    beslist_op: orNull(timestamptz),
    beslist_door: orNull(uuid),
  },
  {
    holds: 'Verzoeken om hulp voor een kind, en of ze zijn toegewezen of afgewezen.',
    subject: 'client',
    personal: { client: 'pseudonym', referentie: 'reference' },
    keep: 'dossier',
    purge: { with: 'client', by: 'client' },
  },
);

/** What is of the request itself; lane and parties are those of its message. */
export const VERZOEK_RECORD = VERZOEK.without('aanbieder', 'laan', 'gemeente', 'beslist_op', 'beslist_door');
