import type { Rol } from '../../../access/keys/contract.ts';
import { boolean, bytea, date, json, orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Keys of the API; of the secret a hash only. */
export const API_SLEUTEL = new Table(
  'api_sleutel',
  {
    id: uuid,
    naam: text,
    rol: textOf<Rol>(),
    partij: orNull(text),
    /** Several parties of one kind; then `partij` is null. */
    partijen: orNull(json<readonly string[]>()),
    regios: orNull(json<readonly string[]>()),
    alleen_lezen: boolean,
    /** Last day on which it holds. */
    geldig_tot: orNull(date),
    hash: bytea,
    gemaakt_op: timestamptz,
    laatst_gebruikt_op: orNull(timestamptz),
    /** Its last four characters. */
    staart: orNull(text),
    /** A key that was ended stays: what was done with it bears its name. */
    beeindigd_op: orNull(timestamptz),
  },
  {
    holds: 'De sleutels waarmee partijen en medewerkers de gateway gebruiken; het geheim zelf niet.',
    subject: 'party',
    personal: { naam: 'actor' },
    keep: 'toegang',
    purge: { never: 'een beëindigde sleutel blijft, want wat ermee is gedaan draagt haar naam' },
  },
);
