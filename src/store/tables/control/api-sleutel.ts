import type { Rol } from '../../keys/contract.ts';
import { bytea, json, orNull, text, textOf, timestamptz, uuid } from '../column.ts';
import { Table } from '../table.ts';

/** Keys of the API; of the secret a hash only. */
export const API_SLEUTEL = new Table(
  'api_sleutel',
  {
    id: uuid,
    naam: text,
    rol: textOf<Rol>(),
    partij: orNull(text),
    regios: orNull(json<readonly string[]>()),
    hash: bytea,
    gemaakt_op: timestamptz,
  },
  {
    holds: 'De sleutels waarmee partijen en medewerkers de gateway gebruiken; het geheim zelf niet.',
    subject: 'party',
    personal: { naam: 'actor' },
    keep: 'toegang',
    purge: { never: 'een beheerder verwijdert de sleutel' },
  },
);
