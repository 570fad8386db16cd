import type { Groep } from '../xml/tree.ts';

/**
 * What is known when a message is judged: the state that rules may ask for, as plain data that the shell loads in a fixed
 * number of indexed queries and that can be handed to a thread. All of it concerns what this gemeente (with its
 * predecessors) and this aanbieder exchanged; only `claims` looks wider (DESIGN decision 7).
 *
 * A client is named by a keyed hash of the BSN (`ClientSleutel`), never by the BSN itself (decision 16).
 */
export type ClientSleutel = string;

/** The current version of a toewijzing (T): highest Toewijzingsdatum + Toewijzingstijd, ties to the later (IV013). */
export interface Toewijzing {
  /** Own key, release-neutral: ToewijzingNummer may be absent in iJW 2.3. Stays the same over versions. */
  readonly sleutel: string;
  /** The gemeentecode under which it was sent; may be a predecessor of the one that now asks. */
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly client: ClientSleutel;
  readonly nummer: number | null;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly ingangsdatum: string;
  readonly einddatum: string | null;
  readonly toewijzingsdatum: string;
  readonly toewijzingstijd: string;
  readonly redenWijziging: string | null;
  readonly volume: number | null;
  readonly eenheid: string | null;
  readonly frequentie: string | null;
  /** Eurocents. */
  readonly budget: number | null;
  readonly referentieAanbieder: string | null;
  /** The JW301 that brought this version. */
  readonly berichtId: string;
  /** True until an aanbieder with `retour: eigen` has accepted it. */
  readonly voorlopig: boolean;
  readonly signaalbudget: Signaalbudget | null;
}

export interface Signaalbudget {
  readonly soort: 'standaard' | 'maatwerk';
  /** Ceiling, eurocents. */
  readonly bedrag: number;
}

/** A start or stop that was received and not removed (R). */
export interface RegieRecord {
  readonly soort: 'start' | 'stop';
  readonly client: ClientSleutel;
  /** Null for taakgericht work. */
  readonly toewijzingNummer: number | null;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly begindatum: string;
  /** Of a stop; null for a start. */
  readonly einddatum: string | null;
  readonly redenBeeindiging: string | null;
  readonly toewijzingIngangsdatum: string | null;
  readonly berichtId: string;
  /** Order of receipt within the lane; later is higher. */
  readonly volgorde: number;
}

export type VerzoekStand = 'open' | 'onderzoek' | 'toegewezen' | 'afgewezen';

/** One ReferentieAanbieder: an AangevraagdProduct of a JW315 or a whole JW317 (V). */
export interface VerzoekRecord {
  readonly referentie: string;
  readonly soort: 'VOT' | 'VOW';
  readonly client: ClientSleutel;
  readonly stand: VerzoekStand;
  /** How many JW319 messages were given for it. */
  readonly antwoorden: number;
  readonly berichtId: string;
  readonly release: string;
  readonly dagtekening: string;
  /** ToewijzingIngangsdatum (JW315) or the earliest GewensteIngangsdatum (JW317). */
  readonly ingangsdatum: string;
}

/** A JW323 or JW303 that was not rejected as a whole (D). */
export interface DeclaratieRecord {
  readonly nummer: string;
  readonly periodeBegin: string;
  readonly periodeEinde: string;
  readonly berichtId: string;
  readonly release: string;
}

export type PrestatieStand = 'toegekend' | 'voorlopig' | 'afgewezen';

/** A prestatie that was judged (D). */
export interface PrestatieRecord {
  readonly referentie: string;
  readonly vorigeReferentie: string | null;
  readonly toewijzing: string | null;
  readonly toewijzingNummer: number | null;
  readonly client: ClientSleutel;
  readonly categorie: string;
  readonly code: string;
  readonly begin: string;
  readonly einde: string;
  readonly volume: number;
  readonly eenheid: string;
  readonly tarief: number | null;
  /** Eurocents, never negative; the sign is in debetCredit. */
  readonly bedrag: number;
  readonly debetCredit: 'D' | 'C';
  readonly stand: PrestatieStand;
  readonly berichtId: string;
}

/** Something that may exist once (decision 4). `eigenaar` tells an honest repeat (a new version) from a clash. */
export interface Claim {
  /** `<soort>|<scope>|<waarde>`: built in claims.ts only. */
  readonly sleutel: string;
  readonly eigenaar: string;
}

/** The message that a received retourbericht, JW325 or JW304 answers. */
export interface BeantwoordBericht {
  readonly id: string;
  readonly type: string;
  readonly release: string;
  /** Already answered by a message that was accepted. */
  readonly alBeantwoord: boolean;
  /** Its content, for rules that compare (TR366, TR367). */
  readonly inhoud: Groep;
}

export interface KennisData {
  /** Id of the message that is judged. */
  readonly berichtId: string;
  /** Moment of receipt, ISO 8601 with zone: the clock of the judgement (decision 8). */
  readonly ontvangenOp: string;
  /** The gemeentecode of the header and its predecessors. */
  readonly gemeenten: readonly string[];
  /** BSN → hash for each BSN in the message. */
  readonly clienten: Readonly<Record<string, ClientSleutel>>;
  /** T: of the clients named, and those with a number that the message names. */
  readonly toewijzingen: readonly Toewijzing[];
  /** R: of the clients named. */
  readonly regie: readonly RegieRecord[];
  /** V: of the clients named, and those with a reference that the message names. */
  readonly verzoeken: readonly VerzoekRecord[];
  /** D: the latest declaraties of this aanbieder at this gemeente, at most 12. */
  readonly declaraties: readonly DeclaratieRecord[];
  /** D: on the toewijzingen named, and those with a reference that the message names. */
  readonly prestaties: readonly PrestatieRecord[];
  /** H and the like: claims that exist, of those the message would make: sleutel → eigenaar. */
  readonly claims: Readonly<Record<string, string>>;
  /** Client of the latest accepted JW301 (children of Client, without products and Commentaar), by client. */
  readonly clientGegevens: Readonly<Record<ClientSleutel, Groep>>;
  /** For retourberichten, JW325 and JW304. */
  readonly beantwoord: BeantwoordBericht | null;
}
