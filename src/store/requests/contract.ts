import type { PartyScope, Scope } from '../../access/scope.ts';
import type { VerzoekStand } from '../../dossier/verzoek.ts';
import type { TermijnSoort } from '../../requests/termijnen.ts';

export interface WerkbakStore {
  werkbak(
    scope: PartyScope,
    filter: { readonly na?: string; readonly limit: number },
  ): Promise<readonly WerkbakBeeld[]>;
  /** One werkbak item, open or done; undefined when there is none of a gemeente in sight. */
  werkbakItem(id: string, scope: Scope): Promise<WerkbakItemBeeld | undefined>;
  /** The requests that these messages hold and how they stand; of who may see the message that holds them. */
  requestsIn(berichten: readonly string[]): Promise<readonly AskedIn[]>;
}

export interface AskedIn {
  readonly berichtId: string;
  readonly laan: string;
  readonly stand: VerzoekStand;
  /** Its open item in the werkbak of the gemeente; null without one. */
  readonly item: string | null;
}

export interface WerkbakBeeld {
  readonly id: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly referentie: string;
  readonly soort: 'VOT' | 'VOW';
  readonly redenen: readonly string[];
  readonly berichtId: string;
  /** Bytes of that message. */
  readonly omvang: number;
  readonly op: string;
  /** The term within which the gemeente decides; null when none runs. */
  readonly termijn: { readonly soort: string; readonly uiterlijk: string } | null;
}

export interface WerkbakItemBeeld extends WerkbakBeeld {
  readonly laan: string;
  readonly regio: string | null;
  readonly open: boolean;
  /** What became of the request; null when it was withdrawn because the message that held it was refused. */
  readonly verzoek: {
    readonly stand: VerzoekStand;
    /** When it was decided on, and by which message; null while it is not. */
    readonly beslistOp: string | null;
    readonly beslistDoor: string | null;
  } | null;
}

/** A term that runs, as GET /termijnen shows it. */
export interface TermijnBeeld {
  readonly id: string;
  readonly soort: TermijnSoort;
  /** The party that must act. */
  readonly partij: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly referentie: string | null;
  readonly toewijzingNummer: number | null;
  /** The message that it comes from. */
  readonly berichtId: string;
  readonly begin: string;
  readonly uiterlijk: string;
  /** When its signals were raised; null while they were not. */
  readonly gewaarschuwdOp: string | null;
  readonly verstrekenOp: string | null;
}

export interface TermijnStore {
  /** Those that run, oldest first; `na` is the exclusive id of the last one seen. */
  terms(filter: {
    readonly scope: Scope;
    readonly soort?: string;
    readonly regio?: string;
    /** Only those that were to be done before this day. */
    readonly voor?: string;
    readonly na?: string;
    readonly limit: number;
  }): Promise<TermijnBeeld[]>;
  /** Raises the signals of terms that are due on this day (`YYYY-MM-DD`), each once; gives how many. */
  raiseTermSignals(vandaag: string, limit: number): Promise<number>;
}
