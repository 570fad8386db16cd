import type { PartyScope, Scope } from '../../access/scope.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { Status } from '../../verdict/verdict.ts';
import type { WerkbakBeeld, WerkbakItemBeeld } from '../requests/contract.ts';
import type { SignaalBeeld } from './insight-store.ts';

export interface InzageStore {
  /** Current version and history; by gemeente (with predecessors) and number. */
  toewijzing(gemeenten: readonly string[], nummer: number, scope: Scope): Promise<ToewijzingBeeld | undefined>;
  /** Oldest first; `na` is the exclusive id of the last one seen. `nieuwsteEerst` turns both round. */
  signals(filter: {
    readonly scope: Scope;
    readonly nieuwsteEerst?: boolean;
    readonly na?: string;
    readonly limit: number;
  }): Promise<SignaalBeeld[]>;
  werkbak(
    scope: PartyScope,
    filter: { readonly na?: string; readonly limit: number },
  ): Promise<readonly WerkbakBeeld[]>;
  /** One werkbak item, open or done; undefined when there is none of a gemeente in sight. */
  werkbakItem(id: string, scope: Scope): Promise<WerkbakItemBeeld | undefined>;
  /** What happened to a message or command, in order (`why ID`). */
  events(onderwerp: string): Promise<readonly GebeurtenisBeeld[]>;
  /** Counts for the first view: status × type × region, and what waits per region. */
  counts(scope: Scope): Promise<{
    readonly berichten: readonly {
      readonly regio: string | null;
      readonly type: string | null;
      readonly status: Status;
      readonly aantal: number;
    }[];
    readonly wachtend: readonly { readonly regio: string; readonly aantal: number }[];
  }>;
}

export interface ToewijzingBeeld {
  readonly huidig: Toewijzing;
  readonly historie: readonly Toewijzing[];
  /** Granted amounts, credits subtracted; eurocents. */
  readonly gebruikt: number;
  readonly laan: string;
}

export interface GebeurtenisBeeld {
  readonly soort: string;
  readonly op: string;
  readonly gegevens: Readonly<Record<string, unknown>> | null;
}
