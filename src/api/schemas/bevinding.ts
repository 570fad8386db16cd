import { BERICHT_TYPES } from '../../standard/message-types.ts';
import { type ApiSchema, COUNTS, gives, INTEGER_OR_NULL, oneOf, TEXT, TEXT_OR_NULL } from './json-schema.ts';

/** Of something that may have no readable type. */
export const TYPE_OR_NULL: ApiSchema = { enum: [...BERICHT_TYPES, null] };
export const RELEASE_OR_NULL = oneOf('2.3', '3.2', null);

export const BEVINDING: ApiSchema = gives(
  {
    niveau: oneOf(0, 1, 2, 3, 4),
    regel: TEXT,
    retourcode: TEXT_OR_NULL,
    ernst: oneOf('fout', 'signaal'),
    pad: TEXT_OR_NULL,
    lijn: INTEGER_OR_NULL,
    kolom: INTEGER_OR_NULL,
    melding: TEXT,
    meer: COUNTS,
  },
  'meer',
);

export const BEVINDING_VOORBEELD = {
  niveau: 3,
  regel: 'TR322',
  retourcode: '9322',
  ernst: 'fout',
  pad: '/Bericht/Clienten/Client/Prestaties/Prestatie[2]/GeleverdVolume',
  lijn: 63,
  kolom: 13,
  melding: 'Met deze regel komt er meer dan er is toegewezen.',
};
