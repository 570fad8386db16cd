import type { BerichtType } from '../../standard/message-types.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import type { Groep } from '../../xml/tree.ts';
import type { Decor } from '../decor.ts';

/** From and to whom a message goes, and when. */
type Sending = Pick<Decor, 'release' | 'gemeente' | 'aanbieder' | 'vandaag'>;

/** Header of a heenbericht (not of a JW303, which has one of its own). In a set its Identificatie follows from its place. */
export function header(decor: Sending, type: BerichtType, identificatie = ''): Groep {
  const { codes, header: places } = MESSAGES[type];
  const vanGemeente = places.gemeente === 'Afzender';
  const [versie, subversie] = decor.release.split('.');
  return {
    BerichtCode: codes[0] ?? '',
    BerichtVersie: versie,
    BerichtSubversie: subversie,
    Afzender: vanGemeente ? decor.gemeente : decor.aanbieder,
    Ontvanger: vanGemeente ? decor.aanbieder : decor.gemeente,
    BerichtIdentificatie: { Identificatie: identificatie, Dagtekening: decor.vandaag },
    ...(decor.release === '2.3' ? {} : { XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' } }),
  };
}
