import type { Signaalbudget, Toewijzing } from '../../dossier/toewijzing.ts';
import type { Bevinding } from '../../findings/bevinding.ts';
import { ZOALS_GEVRAAGD } from '../../requests/besluit-keuze.ts';
import { type Afweging, afwegingVan } from '../../requests/weging.ts';
import { maakKennis } from '../../rules/kennis-lookups.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { beslisVerzoek } from './beslis.ts';
import type { BesluitInvoer } from './invoer.ts';

/** A toewijzing that a decision to assign would bring or change. */
export type ToewijsVooruitblik = Pick<
  Toewijzing,
  | 'categorie'
  | 'code'
  | 'ingangsdatum'
  | 'einddatum'
  | 'volume'
  | 'eenheid'
  | 'frequentie'
  | 'budget'
  | 'redenWijziging'
> & {
  /** Of one that exists already; null for a new one. */
  readonly toewijzingNummer: number | null;
  readonly signaalbudget: Signaalbudget | null;
};

/** What the gemeente sees with a request: the checks, and what `toewijzen` without more would do. */
export interface Weging extends Afweging {
  readonly bijToewijzen: {
    readonly mogelijk: boolean;
    readonly toewijzingen: readonly ToewijsVooruitblik[];
    /** Why it would be refused; a Dutch sentence. */
    readonly melding: string | null;
    readonly bevindingen: readonly Bevinding[];
  };
}

/** Weighs a request as things are now; decides nothing. The numbers are thrown away. */
export function weeg(invoer: Omit<BesluitInvoer, 'besluit'> & { readonly redenen: readonly string[] }): Weging {
  const { verzoek, referentie, redenen, afspraken } = invoer;
  const kennis = maakKennis(invoer.kennis);
  const record = kennis.verzoek(referentie);
  const toewijzingen = record === undefined ? [] : kennis.toewijzingenVan(record.client);
  const bij = { partijen: partijenVan(verzoek), toewijzingen, afspraken };
  const bekend = new Set(toewijzingen.map((t) => t.sleutel));
  return { ...afwegingVan(verzoek, referentie, redenen, bij), bijToewijzen: vooruit(invoer, bekend) };
}

function vooruit(invoer: Omit<BesluitInvoer, 'besluit'>, bekend: ReadonlySet<string>): Weging['bijToewijzen'] {
  const uitkomst = beslisVerzoek({ ...invoer, besluit: { besluit: 'toewijzen', anders: ZOALS_GEVRAAGD } });
  if (uitkomst.kind === 'refused') {
    return { mogelijk: false, toewijzingen: [], melding: uitkomst.reden, bevindingen: uitkomst.bevindingen };
  }
  const toewijzingen = uitkomst.verdict.mutaties.flatMap((mutatie): ToewijsVooruitblik[] => {
    if (mutatie.soort !== 'toewijzing') return [];
    const { sleutel, nummer, categorie, code, ingangsdatum, einddatum, redenWijziging } = mutatie.toewijzing;
    const { volume, eenheid, frequentie, budget, signaalbudget } = mutatie.toewijzing;
    return [
      {
        toewijzingNummer: bekend.has(sleutel) ? nummer : null,
        ...{ categorie, code, ingangsdatum, einddatum, volume, eenheid, frequentie, budget },
        ...{ redenWijziging, signaalbudget },
      },
    ];
  });
  return { mogelijk: true, toewijzingen, melding: null, bevindingen: [] };
}
