import type { PartyScope, Scope } from '../../access/scope.ts';

export type OpdrachtUitkomst =
  | { readonly stand: 'wacht' }
  | { readonly stand: 'gedaan'; readonly resultaat: Readonly<Record<string, unknown>> }
  | {
      readonly stand: 'geweigerd';
      /** Dutch sentence. */
      readonly reden: string;
      /** What a program needs to know of it; no personal data. */
      readonly resultaat?: Readonly<Record<string, unknown>>;
    };

export interface OpdrachtStore {
  /**
   * A command for a lane; with the same idempotency key of the same party the first one is given back, `gelijk` false when
   * that one asked for something else.
   */
  saveCommand(opdracht: {
    readonly laan: string;
    readonly regio: string | null;
    readonly soort: string;
    readonly partij: string;
    readonly gegevens: Readonly<Record<string, unknown>>;
    readonly idempotentie: string | null;
    readonly op: Date;
    /** Id of the key that gives it; null or absent: unknown. */
    readonly door?: string | null;
  }): Promise<{ readonly id: string; readonly nieuw: boolean; readonly gelijk: boolean }>;
  command(
    id: string,
    scope: Scope,
  ): Promise<{ readonly partij: string; readonly uitkomst: OpdrachtUitkomst } | undefined>;
  /** Those of this soort that were carried out in a lane, newest first; of who may see what they are about. */
  commandsDone(laan: string, soort: string, limit: number): Promise<readonly GedaneOpdracht[]>;
  /** The same of these parties in whatever lane; `na` is the exclusive id of the last one seen. */
  commandsBy(
    scope: PartyScope,
    soort: string,
    query: { readonly na?: string; readonly limit: number },
  ): Promise<readonly GegevenOpdracht[]>;
}

export interface GegevenOpdracht extends GedaneOpdracht {
  readonly id: string;
  readonly laan: string;
}

export interface GedaneOpdracht {
  readonly partij: string;
  readonly op: string;
  readonly gegevens: Readonly<Record<string, unknown>>;
  /** The name that the key bears now which gave it; null where that was not kept. */
  readonly doorNaam: string | null;
  /** What became of it, as `OpdrachtUitkomst` has it. */
  readonly resultaat: Readonly<Record<string, unknown>>;
  /** Ids of the messages that it brought. */
  readonly antwoorden: readonly string[];
}
