import type { Scope } from '../../access/scope.ts';

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
  }): Promise<{ readonly id: string; readonly nieuw: boolean; readonly gelijk: boolean }>;
  command(
    id: string,
    scope: Scope,
  ): Promise<{ readonly partij: string; readonly uitkomst: OpdrachtUitkomst } | undefined>;
}
