import type { Afspraken } from '../../agreements/afspraken.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { VerzoekRecord } from '../../dossier/verzoek.ts';
import type { Bevinding } from '../../findings/bevinding.ts';
import type { Besluit } from '../../requests/besluit-keuze.ts';
import type { BesluitReden, BesluitWeigering } from '../../requests/besluit-reden.ts';
import type { KennisData } from '../../rules/kennis.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import type { Partijen } from '../../xml/partijen.ts';
import type { Bericht } from '../../xml/tree.ts';
import type { Nummers } from '../nummers.ts';
import type { Verdict } from '../verdict.ts';

export interface BesluitInvoer {
  /** Id of the command; stands in the verdict where a message has its own. */
  readonly opdrachtId: string;
  /** The JW315 or JW317 that holds the request. */
  readonly verzoek: Bericht;
  readonly referentie: string;
  readonly besluit: Besluit;
  /** As `besluitVraagVan` that message asks for it, with the id and clock of the command. */
  readonly kennis: KennisData;
  readonly afspraken: Afspraken;
  readonly nummers: Nummers;
  readonly regelsVersie: string;
}

export type BesluitUitkomst =
  | { readonly kind: 'decided'; readonly verdict: Verdict }
  | ({ readonly kind: 'refused' } & BesluitWeigering);

/** The request and all that deciding on it looks at. */
export interface BesluitContext {
  readonly invoer: BesluitInvoer;
  readonly kennis: Kennis;
  readonly partijen: Partijen;
  readonly record: VerzoekRecord;
}

export interface Weigering {
  readonly kind: 'refused';
  readonly reden: BesluitReden;
  readonly bezwaren?: readonly Bevinding[];
}

/** What honouring a request brings: every version goes out, those that say something new are kept. */
export type Versies =
  | { readonly kind: 'versions'; readonly versies: readonly Toewijzing[]; readonly nieuw: readonly Toewijzing[] }
  | Weigering;
