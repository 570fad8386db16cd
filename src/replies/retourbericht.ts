import type { Oordeel } from '../rules/oordeel.ts';
import { BERICHT_SOORTEN } from '../standard/message-types.ts';
import type { Bericht, Groep } from '../xml/tree.ts';
import { groepVan } from '../xml/tree.ts';
import { echoMetCodes, retourCodes } from './echo.ts';
import { XSD_VERSIE } from './header.ts';

/** Technically wrong (level 2) · checked without error · not checked. */
const AFGEKEURD = '0001';
const ZONDER_FOUT = '0200';
const NIET_GECONTROLEERD = '0233';

export interface RetourGegevens {
  readonly heen: Bericht;
  readonly oordeel: Oordeel;
  readonly identificatie: string;
  /** DagtekeningRetour, `YYYY-MM-DD`. */
  readonly dagtekening: string;
  /** XsltVersie, `n.n.n`: sent when level 2 rejects (IV033). */
  readonly regelsVersie: string;
}

/**
 * The retourbericht (JW302, 306, 308, 316, 318, 320) on a heenbericht of either release: IV028, IV032.
 * Accepted: a header without RetourCodes. Level 2 or an error in the header: a header with that code. An error below:
 * 0200 and the whole Client or Antwoord, unchanged, with codes in every berichtklasse.
 */
export function stelRetourSamen(gegevens: RetourGegevens): Bericht {
  const { heen, oordeel } = gegevens;
  const type = BERICHT_SOORTEN[heen.type].antwoord;
  if (type === null || BERICHT_SOORTEN[type].aard !== 'retour') {
    throw new Error(`a ${heen.type} has no retourbericht`);
  }
  const inKop = headerCodes(oordeel);
  const code = BERICHT_SOORTEN[type].codes[0] ?? '';
  const kop = (codes: readonly string[]) => ({ Header: retourHeader(gegevens, code, codes) });
  const inhoud =
    inKop.length > 0 || oordeel.niveau === null ? kop(inKop) : { ...kop([ZONDER_FOUT]), ...lichaam(gegevens) };
  return { type, release: heen.release, inhoud };
}

function headerCodes(oordeel: Oordeel): readonly string[] {
  return oordeel.niveau === 2 ? [AFGEKEURD] : (oordeel.codes.get('/Bericht/Header') ?? []);
}

/** The header of the heenbericht, Afzender and Ontvanger too, with what identifies the retourbericht. */
function retourHeader(gegevens: RetourGegevens, code: string, codes: readonly string[]): Groep {
  const { heen, oordeel } = gegevens;
  return {
    ...groepVan(heen.inhoud, 'Header'),
    BerichtCode: code,
    IdentificatieRetour: gegevens.identificatie,
    DagtekeningRetour: gegevens.dagtekening,
    ...(oordeel.niveau === 2 ? { XsltVersie: gegevens.regelsVersie } : {}),
    ...(heen.release === '2.3' ? {} : { XsdVersieRetour: XSD_VERSIE }),
    ...(codes.length > 0 ? { RetourCodes: retourCodes(codes) } : {}),
  };
}

function lichaam({ heen, oordeel }: RetourGegevens): Groep {
  const naam = groepVan(heen.inhoud, 'Client') === undefined ? 'Antwoord' : 'Client';
  const groep = groepVan(heen.inhoud, naam);
  if (groep === undefined) return {};
  const codesBij = (pad: string) =>
    oordeel.nietBeoordeeld.has(pad) ? [NIET_GECONTROLEERD] : (oordeel.codes.get(pad) ?? [ZONDER_FOUT]);
  return { [naam]: echoMetCodes(groep, naam, `/Bericht/${naam}`, codesBij) };
}
