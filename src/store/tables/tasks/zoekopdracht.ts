import { sealedText, text, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Searches that somebody keeps for later. */
export const ZOEKOPDRACHT = new Table(
  'zoekopdracht',
  {
    id: uuid,
    /** The parties of the key that keeps it, or the key itself. */
    eigenaar: text,
    naam: sealedText,
    /** As it stands in the address of the list; a BSN is refused. */
    vraag: sealedText,
    door: text,
    op: timestamptz,
  },
  {
    holds: 'Zoekopdrachten in de lijst van berichten die iemand onder een naam bewaart.',
    subject: 'party',
    personal: { naam: 'free-text', vraag: 'free-text', door: 'actor' },
    keep: 'werking',
    purge: { never: 'het is een instelling; verwijderen haalt de rij weg' },
  },
);
