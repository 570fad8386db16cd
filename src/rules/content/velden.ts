import type { Bericht, Groep } from '../../xml/tree.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';

/** Where a JW303 and JW304 are dated, below their Header. */
export const FACTUUR_DAGTEKENING = 'DeclaratieFactuurIdentificatie/FactuurDagtekening';

/** Date on which the message was sent, by its own header: in a JW303 and JW304 that of the factuur. */
export function dagtekeningVan({ inhoud }: Bericht): string {
  return (
    waardeVan(inhoud, 'Header/BerichtIdentificatie/Dagtekening') ??
    waardeVan(inhoud, `Header/${FACTUUR_DAGTEKENING}`) ??
    ''
  );
}

/** Names of begin and end in the klassen that hold a product for a period. */
const PERIODEVELDEN: Readonly<Record<string, readonly [begin: string, einde: string]>> = {
  ToegewezenProduct: ['Ingangsdatum', 'Einddatum'],
  AangevraagdProduct: ['ToewijzingIngangsdatum', 'ToewijzingEinddatum'],
  TeWijzigenProduct: ['GewensteIngangsdatum', 'Einddatum'],
  NieuwProduct: ['GewensteIngangsdatum', 'Einddatum'],
};

export interface PeriodeVelden {
  readonly beginveld: string;
  readonly eindveld: string;
  readonly begin: string;
  /** Undefined: without end. */
  readonly einde: string | undefined;
}

/** The period of a klasse that holds a product, whatever its elements are called there. */
export function periodeVan(klasse: Klasse): PeriodeVelden {
  const velden = PERIODEVELDEN[klasse.naam];
  if (velden === undefined) throw new Error(`${klasse.naam} has no period of a product`);
  const [beginveld, eindveld] = velden;
  return {
    beginveld,
    eindveld,
    begin: waardeVan(klasse.waarden, beginveld) ?? '',
    einde: waardeVan(klasse.waarden, eindveld),
  };
}

export function isGevuld(groep: Groep, pad: string): boolean {
  return waardeVan(groep, pad) !== undefined;
}

/** A removal of an earlier start or stop: only its key counts (docs/decisions/starts-and-stops.md). */
export function isVerwijdering(klasse: Klasse): boolean {
  return waardeVan(klasse.waarden, 'StatusAanlevering') === '3';
}
