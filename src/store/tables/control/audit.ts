import { bigint, bytea, int, orNull, sealedText, text, timestamptz } from '../column.ts';
import { Table } from '../table.ts';

/** Who opened which body or did what, when (docs/decisions/privacy.md). */
export const AUDIT = new Table(
  'audit',
  {
    rij: bigint,
    op: timestamptz,
    /** Id of the key. */
    door: text,
    /** The name that the key had then. */
    door_naam: orNull(text),
    handeling: text,
    onderwerp: text,
    /** Why, in the words of who did it. */
    reden: orNull(sealedText),
    /** Hash of the row before it, and its own over that and all that it says. */
    vorige: bytea,
    hash: bytea,
  },
  {
    holds: 'Wie een bericht of toewijzing opende of iets veranderde, en wanneer.',
    subject: 'client',
    // Of who looked for a child, or removed one, the subject is its hash.
    personal: { door: 'actor', door_naam: 'actor', onderwerp: 'pseudonym', reden: 'free-text' },
    keep: 'inzage',
    purge: { after: 'op' },
  },
);

/** Where the chain of the audit begins, and its last row: one row. */
export const AUDIT_KETEN = new Table(
  'audit_keten',
  { nummer: int, begin_hash: bytea, rij: orNull(bigint), hash: bytea },
  {
    holds: 'Waar de keten van de audit begint en eindigt, zodat een verwijderde regel opvalt.',
    subject: 'none',
    personal: {},
    keep: 'inzage',
    purge: { never: 'een regel, die bij elke auditregel wordt bijgewerkt' },
  },
);
