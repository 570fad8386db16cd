import type { Scope } from '../../access/scope.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';

export interface DossierStore {
  /** Current version and history; by gemeente (with predecessors) and number. */
  toewijzing(gemeenten: readonly string[], nummer: number, scope: Scope): Promise<ToewijzingBeeld | undefined>;
}

export interface ToewijzingBeeld {
  readonly huidig: Toewijzing;
  readonly historie: readonly Toewijzing[];
  /** Granted amounts, credits subtracted; eurocents. */
  readonly gebruikt: number;
  readonly laan: string;
}
