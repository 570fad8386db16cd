import type { BerichtType } from '../../standard/message-types.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import type { Groep } from '../../xml/tree.ts';
import type { Decor } from '../decor.ts';

/** Header of a heenbericht (not of a JW303, which has one of its own). Its Identificatie follows from its place in the set. */
export function header(decor: Decor, type: BerichtType): Groep {
  const { codes, header: places } = MESSAGES[type];
  const vanGemeente = places.gemeente === 'Afzender';
  const [versie, subversie] = decor.release.split('.');
  return {
    BerichtCode: codes[0],
    BerichtVersie: versie,
    BerichtSubversie: subversie,
    Afzender: vanGemeente ? decor.gemeente : decor.aanbieder,
    Ontvanger: vanGemeente ? decor.aanbieder : decor.gemeente,
    BerichtIdentificatie: { Identificatie: '', Dagtekening: decor.vandaag },
    ...(decor.release === '2.3' ? {} : { XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' } }),
  };
}
