import { BERICHT_SOORTEN } from '../standard/message-types.ts';
import type { Bericht } from './tree.ts';
import { waardeVan } from './tree.ts';

export interface Partijen {
  readonly gemeente: string;
  readonly aanbieder: string;
  /** The party that really sends the message, and the one it is for (by BerichtCode: IV028). */
  readonly zender: string;
  readonly ontvanger: string;
}

/** Who is who in a valid message. */
export function partijenVan(bericht: Bericht): Partijen {
  const soort = BERICHT_SOORTEN[bericht.type];
  const gemeente = waardeVan(bericht.inhoud, `Header/${soort.gemeenteIn}`) ?? '';
  const aanbieder = waardeVan(bericht.inhoud, `Header/${soort.aanbiederIn}`) ?? '';
  return soort.zender === 'gemeente'
    ? { gemeente, aanbieder, zender: gemeente, ontvanger: aanbieder }
    : { gemeente, aanbieder, zender: aanbieder, ontvanger: gemeente };
}
