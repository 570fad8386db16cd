import type { BerichtType, Release } from '../standard/message-types.ts';
import { BERICHT_SOORTEN } from '../standard/message-types.ts';
import type { Groep } from '../xml/tree.ts';

/** Versions of the schemas that composed messages are made by (IV034). */
export const XSD_VERSIE: Groep = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' };

export interface AntwoordKop {
  readonly type: BerichtType;
  readonly release: Release;
  readonly afzender: string;
  readonly ontvanger: string;
  readonly identificatie: string;
  /** `YYYY-MM-DD`. */
  readonly dagtekening: string;
}

/** Header of a composed heenbericht: the seven elements that all have in common; iJW 2.3 has no XsdVersie. */
export function heenHeader(kop: AntwoordKop): Groep {
  const [versie, subversie] = kop.release.split('.');
  return {
    BerichtCode: BERICHT_SOORTEN[kop.type].codes[0],
    BerichtVersie: versie,
    BerichtSubversie: subversie,
    Afzender: kop.afzender,
    Ontvanger: kop.ontvanger,
    BerichtIdentificatie: { Identificatie: kop.identificatie, Dagtekening: kop.dagtekening },
    ...(kop.release === '2.3' ? {} : { XsdVersie: XSD_VERSIE }),
  };
}
