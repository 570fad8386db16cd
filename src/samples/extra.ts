import type { BerichtType } from '../standard/message-types.ts';

const PRODUCT = ['Product', 'Code'];
const OP_TOEWIJZING = [...PRODUCT, 'Voornamen', 'ToewijzingNummer', 'ToewijzingIngangsdatum'];

/** Elements that the schema leaves free and a sensible message has: by name, or as `Klasse/naam`. */
export const EXTRA: Readonly<Record<BerichtType, readonly string[]>> = {
  JW301: [
    ...PRODUCT,
    'Voornamen',
    'ToewijzingNummer',
    'ToegewezenProduct/Einddatum',
    'Omvang',
    'Adres',
    'Huis',
    'Postcode',
    'Straatnaam',
    'Plaatsnaam',
    'LandCode',
  ],
  JW302: [],
  JW303: ['Voornamen', 'Prestatie/ToewijzingNummer', 'ProductTarief', 'BtwVrijstellingIndicatie'],
  JW304: [],
  JW305: OP_TOEWIJZING,
  JW306: [],
  JW307: OP_TOEWIJZING,
  JW308: [],
  JW315: [...PRODUCT, 'Voornamen', 'ToewijzingEinddatum', 'Omvang', 'ZorgverlenerCode'],
  JW316: [],
  JW317: ['TeWijzigenProducten', 'Einddatum', 'Omvang'],
  JW318: [],
  JW319: [],
  JW320: [],
  JW323: ['ProductTarief'],
  JW325: ['DeclaratieAntwoord'],
};
