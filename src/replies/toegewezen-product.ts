import type { Toewijzing } from '../dossier/toewijzing.ts';
import type { Groep, Waarde } from '../xml/tree.ts';

/** The parts of a toewijzing that a ToegewezenProduct shows. */
export type TeTonen = Omit<
  Toewijzing,
  'sleutel' | 'gemeente' | 'aanbieder' | 'client' | 'berichtId' | 'voorlopig' | 'signaalbudget'
>;

/** A ToegewezenProduct (of a JW301), in the order of the schemas of both releases. */
export function toegewezenProduct(toewijzing: TeTonen): Groep {
  const { nummer, referentieAanbieder, categorie, code, budget } = toewijzing;
  return gevuld({
    ToewijzingNummer: nummer?.toString(),
    ReferentieAanbieder: referentieAanbieder,
    Product: categorie === null ? null : gevuld({ Categorie: categorie, Code: code }),
    Toewijzingsdatum: toewijzing.toewijzingsdatum,
    Toewijzingstijd: toewijzing.toewijzingstijd,
    Ingangsdatum: toewijzing.ingangsdatum,
    Einddatum: toewijzing.einddatum,
    RedenWijziging: toewijzing.redenWijziging,
    Omvang: omvang(toewijzing),
    Budget: budget?.toString(),
  });
}

/**
 * One that is sent again unchanged, because a JW301 holds all that are current: IV094, IV099, OP087. It carries the
 * reference of a JW317 that is honoured as a whole (IV093), else none.
 */
export function herhaaldProduct(toewijzing: Toewijzing, referentieAanbieder: string | null = null): Groep {
  return toegewezenProduct({ ...toewijzing, referentieAanbieder, redenWijziging: null });
}

function omvang({ volume, eenheid, frequentie }: TeTonen): Groep | null {
  if (volume === null || eenheid === null || frequentie === null) return null;
  return { Volume: String(volume), Eenheid: eenheid, Frequentie: frequentie };
}

/** Without the elements that have no value. */
function gevuld(elementen: Readonly<Record<string, Waarde | null | undefined>>): Groep {
  return Object.fromEntries(
    Object.entries(elementen).filter((paar): paar is [string, Waarde] => paar[1] !== null && paar[1] !== undefined),
  );
}
