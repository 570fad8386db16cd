import { dagenTotEnMet, isNa, isVoor, jaarMaandDag, maandagVan, plusDagen, weekdag } from '../standard/datum.ts';

/**
 * How often the Volume of a toewijzing counts (docs/decisions/volume-periods.md). Over one ProductPeriode that is n
 * (TR321), over the whole toewijzing N (TR322).
 *
 * Frequentie 3 (four weeks) and 5 (year) exist in iJW 2.3 only; broken ones count whole, as weeks and months do (choice).
 */
export interface Omvang {
  readonly volume: number;
  readonly eenheid: string;
  readonly frequentie: string;
}

/** Both dates inclusive. */
export interface Periode {
  readonly begin: string;
  readonly einde: string;
}

export interface Looptijd {
  readonly ingangsdatum: string;
  /** Null: open. */
  readonly einddatum: string | null;
}

/** The unit alone tells output from inspanning. */
const OUTPUT: ReadonlySet<string> = new Set(['82', '83']);

/** ISO weeks that the period touches; broken weeks count whole (IV077). */
function weken({ begin, einde }: Periode): number {
  return isVoor(einde, begin) ? 0 : (dagenTotEnMet(maandagVan(begin), maandagVan(einde)) - 1) / 7 + 1;
}

/** Calendar months that the period touches. */
function maanden({ begin, einde }: Periode): number {
  const nummer = (datum: string) => {
    const [jaar, maand] = jaarMaandDag(datum);
    return jaar * 12 + maand;
  };
  return isVoor(einde, begin) ? 0 : nummer(einde) - nummer(begin) + 1;
}

function zondagen({ begin, einde }: Periode): number {
  const eerste = plusDagen(maandagVan(begin), 6);
  return isNa(eerste, einde) ? 0 : Math.floor((dagenTotEnMet(eerste, einde) - 1) / 7) + 1;
}

/** n: how often Volume counts in a ProductPeriode. Null for a Frequentie that no table has. */
export function keerInPeriode(omvang: Omvang, periode: Periode, looptijd: Looptijd): number | null {
  if (omvang.frequentie === '2' && OUTPUT.has(omvang.eenheid)) return outputweken(periode, looptijd);
  return keer(omvang.frequentie, periode);
}

/**
 * N: how often Volume counts over the toewijzing. An open one is counted up to `totEnMet`, the end of its latest
 * ProductPeriode (choice); null where that is not given and the Frequentie needs an end, or is in no table.
 */
export function keerInTotaal(omvang: Omvang, looptijd: Looptijd, totEnMet: string | null = null): number | null {
  if (omvang.frequentie === '6') return 1;
  const einde = looptijd.einddatum ?? totEnMet;
  if (einde === null) return null;
  const geheel = { begin: looptijd.ingangsdatum, einde };
  if (omvang.frequentie !== '2' || !OUTPUT.has(omvang.eenheid)) return keer(omvang.frequentie, geheel);
  return zondagen(geheel) + (looptijd.einddatum !== null && weekdag(einde) !== 7 ? 1 : 0);
}

function keer(frequentie: string, periode: Periode): number | null {
  switch (frequentie) {
    case '1':
      return Math.max(0, dagenTotEnMet(periode.begin, periode.einde));
    case '2':
      return weken(periode);
    case '3':
      return Math.ceil(weken(periode) / 4);
    case '4':
      return maanden(periode);
    case '5':
      return jaarMaandDag(periode.einde)[0] - jaarMaandDag(periode.begin)[0] + 1;
    case '6':
      return 1;
    default:
      return null;
  }
}

/**
 * Output by the week: a week belongs to the month of its Sunday; the last, broken week of the toewijzing to the month of
 * its last Sunday (IV076, IV077). A toewijzing without any Sunday has one week, in its last period (choice).
 */
function outputweken(periode: Periode, { ingangsdatum, einddatum }: Looptijd): number {
  const geteld = zondagen(periode);
  if (einddatum === null || weekdag(einddatum) === 7) return geteld;
  const laatsteZondag = plusDagen(maandagVan(einddatum), -1);
  const drager = isVoor(laatsteZondag, ingangsdatum) ? einddatum : laatsteZondag;
  return geteld + (!isVoor(drager, periode.begin) && !isNa(drager, periode.einde) ? 1 : 0);
}
