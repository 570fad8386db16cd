import type { Afspraken } from '../../agreements/afspraken.ts';
import type { BesluitReden } from '../../requests/besluit-reden.ts';
import type { KennisData, Toewijzing, VerzoekRecord } from '../../rules/kennis.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import type { Partijen } from '../../xml/partijen.ts';
import type { Bericht } from '../../xml/tree.ts';
import type { Nummers } from '../nummers.ts';
import type { Verdict } from '../verdict.ts';

/** What the gemeente decides on a request in its werkbak. */
export type Besluit =
  | { readonly besluit: 'toewijzen'; readonly anders: Anders }
  /** RedenAfwijzingVerzoek (WJ759). */
  | { readonly besluit: 'afwijzen'; readonly reden: string }
  | { readonly besluit: 'onderzoek' };

/** What differs from what was asked (IV094); null: as asked. Not with a JW317, which is taken over one to one. */
export type Anders = {
  readonly [Veld in
    | 'categorie'
    | 'code'
    | 'ingangsdatum'
    | 'einddatum'
    | 'volume'
    | 'eenheid'
    | 'frequentie'
    | 'budget']: Toewijzing[Veld] | null;
};

export interface BesluitInvoer {
  /** Id of the command; stands in the verdict where a message has its own. */
  readonly opdrachtId: string;
  /** The JW315 or JW317 that holds the request. */
  readonly verzoek: Bericht;
  readonly referentie: string;
  readonly besluit: Besluit;
  /** As `kennisVraagVan` of that message asks for it, with the id and clock of the command. */
  readonly kennis: KennisData;
  readonly afspraken: Afspraken;
  readonly nummers: Nummers;
  readonly regelsVersie: string;
}

export type BesluitUitkomst =
  | { readonly kind: 'decided'; readonly verdict: Verdict }
  /** `reden` is a Dutch sentence. */
  | { readonly kind: 'refused'; readonly reden: string };

/** The request and all that deciding on it looks at. */
export interface BesluitContext {
  readonly invoer: BesluitInvoer;
  readonly kennis: Kennis;
  readonly partijen: Partijen;
  readonly record: VerzoekRecord;
}

/** What honouring a request brings: every version goes out, those that say something new are kept. */
export type Versies =
  | { readonly kind: 'versions'; readonly versies: readonly Toewijzing[]; readonly nieuw: readonly Toewijzing[] }
  | { readonly kind: 'refused'; readonly reden: BesluitReden };
