import type { Oordeel } from '../../rules/oordeel.ts';
import type { Bericht } from '../../xml/tree.ts';

/** What the answer on a declaratie is made from. */
export interface AntwoordGegevens {
  readonly declaratie: Bericht;
  readonly oordeel: Oordeel;
  /** Of the answer itself: Identificatie of a JW325, GemeenteReferentieNummer of a JW304. */
  readonly identificatie: string;
  /** `YYYY-MM-DD`. */
  readonly dagtekening: string;
  /** XsltVersie, `n.n.n`: sent when level 2 rejects (IV033, IV087). */
  readonly regelsVersie: string;
}

/** Codes with which the Header alone goes back; null when there is more to tell (docs/decisions/return-messages.md). */
export function alleenHeader(oordeel: Oordeel): readonly string[] | null {
  if (oordeel.niveau === 2) return ['0001'];
  return oordeel.codes.get('/Bericht/Header') ?? null;
}

/** The rule set is named where level 2 rejected. */
export function xsltVersie({ oordeel, regelsVersie }: AntwoordGegevens): { readonly XsltVersie?: string } {
  return oordeel.niveau === 2 ? { XsltVersie: regelsVersie } : {};
}
