import type { AfsprakenDocument } from '../../agreements/document.ts';
import type { ToewijzingSoort } from '../../agreements/geraakt.ts';

export interface AfsprakenStore {
  /** Adds a version; gives the gateway's own number of it. Null when `over` is given and is not the newest any more. */
  saveAgreements(document: AfsprakenDocument, door: string, op: Date, over?: number | null): Promise<number | null>;
  /** Number of the newest version, 0 when there is none; asked for each receipt and each turn, so it must be cheap. */
  agreementsVersion(): Promise<number>;
  latestAgreements(): Promise<{ readonly versie: number; readonly document: AfsprakenDocument } | undefined>;
  agreementsAt(versie: number): Promise<AfsprakenDocument | undefined>;
  /** Newest first, below `na`. */
  agreementsVersions(filter: { readonly na?: number; readonly limit: number }): Promise<AfsprakenVersie[]>;
  /** The stored toewijzingen, taken together by what the agreements look at. */
  toewijzingKinds(): Promise<
    readonly (ToewijzingSoort & {
      readonly aantal: number;
      /** ToewijzingNummers, at most a hundred. */
      readonly nummers: readonly number[];
    })[]
  >;
}

/** An import of the agreements: who, when, and the document before it. */
export interface AfsprakenVersie {
  readonly versie: number;
  readonly op: string;
  readonly door: string;
  readonly document: AfsprakenDocument;
  readonly vorige: AfsprakenDocument | null;
}
