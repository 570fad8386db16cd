import type { Release } from '../standard/message-types.ts';

/**
 * The agreements document (`afspraken`) as `schemas/afspraken.schema.json` lays it down
 * (docs/decisions/agreements-document.md). Dates are inclusive, null is open; amounts are eurocents.
 */
export interface AfsprakenDocument {
  readonly versie: string;
  readonly regios: readonly { readonly code: string; readonly naam: string }[];
  readonly gemeenten: readonly Gemeente[];
  readonly aanbieders: readonly Aanbieder[];
  readonly regimes: readonly Regime[];
  readonly producten: readonly Product[];
  readonly contracten: readonly Contract[];
  readonly bevriezing?: readonly Bevriezing[];
}

/** A period in which no messages are taken: bevriezing.ts says what `van` and `tot` mean. */
export interface Bevriezing {
  readonly van: string;
  readonly tot: string;
  /** Absent: all. */
  readonly releases?: readonly Release[];
}

/** Who composes the answers of a party: the gateway, or the party's own system. */
export type Retour = 'gateway' | 'eigen';

export interface Gemeente {
  readonly code: string;
  readonly naam: string;
  readonly regio: string;
  readonly geldigVan: string;
  readonly geldigTot: string | null;
  readonly opvolger: string | null;
  readonly postadres?: Postadres;
  readonly retour?: Retour;
  readonly toewijzingNummerVanaf?: number;
}

export interface Postadres {
  readonly organisatie: string;
  readonly postcode: string;
  readonly straatnaam: string;
  readonly huisnummer: number;
  readonly plaatsnaam: string;
}

export interface Aanbieder {
  readonly agb: string;
  readonly naam: string;
  readonly retour: Retour;
}

export interface Regime {
  readonly code: string;
  readonly naam: string;
  readonly gemeenten: readonly string[];
  readonly geldigVan: string;
  readonly geldigTot: string | null;
  readonly variant: 'inspanningsgericht' | 'outputgericht' | 'taakgericht';
  readonly toewijzen: 'automatisch' | 'gemeente';
  readonly signaalPercentage: number;
  readonly facturatie?: { readonly vorm: 'declaratie' | 'factuur'; readonly uiterlijkeMaanden: number };
}

export type Zorgcategorie = 'ambulant' | 'verblijf' | 'crisis' | 'dyslexie' | 'overig';

export interface Product {
  readonly regime: string;
  readonly categorie: string;
  readonly code: string;
  readonly naam: string;
  readonly zorgcategorie: Zorgcategorie;
  readonly eenheid: string;
  readonly signaalbudget: number | null;
  readonly verwijzers: readonly string[];
  readonly maxDagen: number | null;
  readonly leeftijdVan: number | null;
  readonly leeftijdTot: number | null;
  readonly termijnen?: readonly { readonly percentage: number; readonly moment: 'start' | 'einde' | 'maand' }[];
  readonly toestemming?: 'lokaal-team';
  /** Whose day decides the tariff of a line: the first of its period (default), or the Ingangsdatum of its toewijzing. */
  readonly tariefDatum?: 'periode' | 'toewijzing';
}

export interface Contract {
  readonly nummer: string;
  readonly regime: string;
  readonly aanbieder: string;
  readonly geldigVan: string;
  readonly geldigTot: string | null;
  readonly rol: 'hoofdaannemer' | 'onderaannemer' | 'zelfstandig';
  readonly producten: readonly ContractProduct[];
}

export interface ContractProduct {
  readonly code: string;
  /** Eurocents per tariefEenheid; null: agreed per case. */
  readonly tarief: number | null;
  readonly tariefEenheid: string;
  /** What the tariff consists of, summing to it. */
  readonly tariefDelen?: readonly TariefDeel[];
}

export interface TariefDeel {
  readonly naam: string;
  /** Eurocents. */
  readonly bedrag: number;
}
