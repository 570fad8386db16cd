import { text, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** What may exist once, beyond lanes (docs/decisions/one-message-one-effect.md). */
export const CLAIM = new Table(
  'claim',
  { sleutel: text, eigenaar: text, bericht_id: uuid },
  {
    holds: 'Nummers en referenties die maar een keer mogen voorkomen, en van wie ze zijn.',
    subject: 'client',
    // Of a ToewijzingNummer the owner is an aanbieder with the hash of a BSN (src/rules/claims.ts).
    personal: { sleutel: 'reference', eigenaar: 'pseudonym' },
    keep: 'berichten',
    purge: { with: 'bericht', by: 'bericht_id' },
  },
);

/** What is claimed, and for whom. */
export const CLAIM_RECORD = CLAIM.pick('sleutel', 'eigenaar');
