import type { Claim } from '../dossier/claim.ts';
import type { ClientSleutel } from '../dossier/client-sleutel.ts';
import type { DeclaratieRecord } from '../dossier/declaratie.ts';
import type { PrestatieRecord } from '../dossier/prestatie.ts';
import type { RegieRecord } from '../dossier/regie.ts';
import type { Toewijzing } from '../dossier/toewijzing.ts';
import type { VerzoekRecord, VerzoekStand } from '../dossier/verzoek.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import type { SignaalStand } from '../signaalbudget/signaal-stand.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import type { Groep } from '../xml/tree.ts';
import type { TermijnWijziging } from './termijnen/termijn-wijziging.ts';

/**
 * The one pure value that judging a message gives (docs/decisions/one-message-one-effect.md). Writing it is one
 * transaction; nothing else happens because of a message.
 */
export type Status = 'ontvangen' | 'geweigerd' | 'afgekeurd' | 'deels-goedgekeurd' | 'goedgekeurd' | 'vastgelopen';
export type EindStatus = Exclude<Status, 'ontvangen' | 'vastgelopen'>;

/** What an answer that came in says of the message that it answers, as a whole; of a JW319 only that it refuses the request. */
export type AntwoordZegt = 'aangenomen' | 'deels' | 'geweigerd';

export interface Verdict {
  readonly berichtId: string;
  readonly status: EindStatus;
  readonly bevindingen: readonly Bevinding[];
  readonly claims: readonly Claim[];
  readonly mutaties: readonly Mutatie[];
  /** In the order in which they go out: JW316, JW301, JW319 … */
  readonly antwoorden: readonly Antwoord[];
  /** The message itself goes to these parties as well (checked requests to the gemeente, toewijzingen to the aanbieder). */
  readonly doorgeleverdAan: readonly string[];
  readonly signalen: readonly Signaal[];
  /** What was refused, counted without persons; no effect, only insight. */
  readonly afwijzingen?: readonly ProductAfwijzing[];
  /** Terms that begin or are over because of it; none when absent. */
  readonly termijnen?: readonly TermijnWijziging[];
  /** Of an answer that came in and was taken up; absent for all else. */
  readonly zegt?: AntwoordZegt;
  /** The retourcodes with which such an answer does not grant all, of a JW319 its reason, each once; absent where it has none. */
  readonly zegtCodes?: readonly string[];
  /** Number of the agreements version (the gateway's own count) and of the rule set that judged. */
  readonly afsprakenVersie: number;
  readonly regelsVersie: string;
}

/** A message composed because of another one. */
export interface Antwoord {
  /** Index among the answers is not an id; ids are given when it is written (src/lanes/to-write.ts). */
  readonly type: BerichtType;
  readonly release: Release;
  readonly inhoud: Groep;
  /** Sending party (by BerichtCode, not by Afzender) and receiving party. */
  readonly zender: string;
  readonly ontvanger: string;
  readonly identificatie: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  /** Parties that get it; empty for a code without a region. What is composed for a party goes to that party too. */
  readonly leverAan: readonly string[];
  /** Of a JW319 that refuses: that, and the reason as code (RedenAfwijzingVerzoek); absent for all else. */
  readonly zegt?: AntwoordZegt;
  readonly zegtCodes?: readonly string[];
}

export type Mutatie =
  | { readonly soort: 'toewijzing'; readonly toewijzing: Toewijzing }
  /** The Client of an accepted JW301, kept to compose later ones from. */
  | { readonly soort: 'client'; readonly gemeente: string; readonly client: ClientSleutel; readonly gegevens: Groep }
  | { readonly soort: 'regie'; readonly record: RegieRecord }
  | { readonly soort: 'regie-verwijderd'; readonly record: RegieRecord }
  | { readonly soort: 'verzoek'; readonly verzoek: VerzoekRecord }
  | {
      readonly soort: 'verzoek-stand';
      readonly referentie: string;
      readonly stand: VerzoekStand;
      readonly antwoorden: number;
    }
  | { readonly soort: 'declaratie'; readonly declaratie: DeclaratieRecord }
  | { readonly soort: 'prestatie'; readonly prestatie: PrestatieRecord }
  | { readonly soort: 'werkbak'; readonly item: WerkbakItem }
  /** Something may be used again: the message that claimed it was refused, so that it counts as never sent. */
  | { readonly soort: 'claim-vrij'; readonly claim: Claim }
  /** The claim on a ToewijzingNummer, unless another version of the toewijzing stands: its JW301 was refused. */
  | { readonly soort: 'nummer-vrij'; readonly gemeente: string; readonly nummer: number; readonly sleutel: string }
  /** Every open werkbak item of this reference is done. */
  | { readonly soort: 'werkbak-gesloten'; readonly referentie: string }
  /** Signals of this toewijzing's signaalbudget that are in one of the states `uit`. */
  | {
      readonly soort: 'signaal-stand';
      readonly gemeente: string;
      readonly toewijzingNummer: number;
      readonly uit: readonly SignaalStand[];
      readonly wordt: SignaalStand;
    }
  /** A retour by a party of `retour: eigen` accepted it: no longer provisional. */
  | { readonly soort: 'definitief'; readonly beantwoordId: string; readonly aanvaard: boolean };

/** Requests or lines that were refused for one reason, of one product in one month. */
export interface ProductAfwijzing {
  readonly soort: 'verzoek' | 'prestatie';
  readonly categorie: string | null;
  readonly code: string | null;
  /** The earliest day on which the agreements are looked up. */
  readonly datum: string;
  /** First day of the month. */
  readonly maand: string;
  /** Our reason for a request, retourcodes joined by + for a line. */
  readonly reden: string;
  readonly aantal: number;
  /** Different ones with a toewijzing; of a request its own. */
  readonly clienten: number;
  /** Eurocents, credits subtracted. */
  readonly bedrag: number;
}

/** A request that waits for the gemeente's decision. */
export interface WerkbakItem {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly referentie: string;
  readonly soort: 'VOT' | 'VOW';
  readonly client: ClientSleutel;
  /** Why it waits: codes with texts elsewhere, such as `regime-gemeente`, `boven-signaalbudget`. */
  readonly redenen: readonly string[];
}

export type SignaalSoort = 'signaalbudget' | 'termijn' | 'afwijking' | 'aflevering' | 'wachtrij';

/** Shown at GET /signalen to both parties and the operators. */
export interface Signaal {
  readonly soort: SignaalSoort;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly toewijzingNummer: number | null;
  readonly percentage: number | null;
  readonly melding: string;
}
