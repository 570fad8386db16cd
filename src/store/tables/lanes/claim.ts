import { text, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** What may exist once, beyond lanes (docs/decisions/one-message-one-effect.md). */
export const CLAIM = new Table(
  'claim',
  { sleutel: text, eigenaar: text, bericht_id: uuid },
  {
    holds: 'Nummers en referenties die maar een keer mogen voorkomen, en van wie ze zijn.',
    subject: 'party',
    personal: { sleutel: 'reference', eigenaar: 'reference' },
    keep: 'berichten',
    purge: { with: 'bericht', by: 'bericht_id' },
  },
);

/** What is claimed, and for whom. */
export const CLAIM_RECORD = CLAIM.pick('sleutel', 'eigenaar');
