import type { Groep } from '../../xml/tree.ts';
import { groepVan, waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';

/** A line of a JW323 or JW303, read into one form; amounts in eurocents, never negative. */
export interface PrestatieRegel {
  readonly referentie: string;
  readonly vorigeReferentie: string | null;
  /** Null only in iJW 2.3, where the number may be left out. */
  readonly toewijzingNummer: number | null;
  readonly categorie: string;
  readonly code: string;
  readonly begin: string;
  readonly einde: string;
  readonly volume: number;
  readonly eenheid: string;
  /** Null with Eenheid 83, and in iJW 2.3 where it is optional. */
  readonly tarief: number | null;
  readonly bedrag: number;
  readonly debetCredit: 'D' | 'C';
}

const gelezen = new WeakMap<Groep, PrestatieRegel>();

/** The line that a klasse Prestatie holds. Read once: several rules look at each of up to 30,000 lines. */
export function prestatieVan(klasse: Klasse): PrestatieRegel {
  const eerder = gelezen.get(klasse.waarden);
  if (eerder !== undefined) return eerder;
  const regel = lees(klasse.waarden);
  gelezen.set(klasse.waarden, regel);
  return regel;
}

/**
 * What a prestatie in JW323, or in JW325 as it echoes one, says. In iJW 2.3 volume, unit and tariff lie in
 * IngediendeBedragPrestatie and the amount in DeclaratieFactuurBedrag (iJW 2.3).
 */
export function lees(prestatie: Groep): PrestatieRegel {
  const oud = groepVan(prestatie, 'IngediendeBedragPrestatie');
  const hoeveel = oud ?? prestatie;
  const bedrag = oud === undefined ? 'IngediendBedrag' : 'DeclaratieFactuurBedrag';
  const tekst = (groep: Groep, pad: string) => waardeVan(groep, pad) ?? '';
  const getal = (groep: Groep, pad: string) => {
    const waarde = waardeVan(groep, pad);
    return waarde === undefined ? null : Number(waarde);
  };
  return {
    referentie: tekst(prestatie, 'ProductReferentie/ReferentieNummer'),
    vorigeReferentie: waardeVan(prestatie, 'ProductReferentie/VorigReferentieNummer') ?? null,
    toewijzingNummer: getal(prestatie, 'ToewijzingNummer'),
    categorie: tekst(prestatie, 'ProductCategorie'),
    code: tekst(prestatie, 'ProductCode'),
    begin: tekst(prestatie, 'ProductPeriode/Begindatum'),
    einde: tekst(prestatie, 'ProductPeriode/Einddatum'),
    volume: getal(hoeveel, 'GeleverdVolume') ?? 0,
    eenheid: tekst(hoeveel, 'Eenheid'),
    tarief: getal(hoeveel, 'ProductTarief'),
    bedrag: getal(hoeveel, `${bedrag}/Bedrag`) ?? 0,
    debetCredit: tekst(hoeveel, `${bedrag}/DebetCredit`) === 'C' ? 'C' : 'D',
  };
}
