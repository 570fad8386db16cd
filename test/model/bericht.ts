/** A message as the model sees it: what it says, without XML. */
interface Kop {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly identificatie: string;
  readonly dagtekening: string;
}

export interface Omvang {
  readonly volume: number;
  readonly eenheid: string;
  readonly frequentie: string;
}

export interface Toegewezen {
  readonly nummer: number;
  readonly referentie: string | null;
  readonly code: string;
  readonly datum: string;
  readonly tijd: string;
  readonly begin: string;
  readonly einde: string | null;
  readonly reden: string | null;
  readonly omvang: Omvang;
}
export interface Start {
  readonly nummer: number;
  readonly code: string;
  readonly begin: string;
  readonly status: string;
}
export interface Stop extends Start {
  readonly reden: string;
  readonly einde: string;
}
export interface Aangevraagd {
  readonly referentie: string;
  readonly code: string;
  readonly begin: string;
  readonly einde: string | null;
  readonly omvang: Omvang;
  readonly verwijzer: string;
}
export interface Wijziging {
  readonly nummer: number;
  readonly begin: string;
  readonly einde: string | null;
  readonly omvang: Omvang;
}
export interface Nieuw extends Omit<Wijziging, 'nummer'> {
  readonly code: string;
}
export interface Prestatie {
  readonly referentie: string;
  readonly vorige: string | null;
  readonly nummer: number;
  readonly code: string;
  readonly begin: string;
  readonly einde: string;
  readonly volume: number;
  readonly eenheid: string;
  readonly tarief: number;
  readonly bedrag: number;
  readonly dc: 'D' | 'C';
}

export type Jw301 = Kop & { readonly type: 'JW301'; readonly bsn: string; readonly producten: readonly Toegewezen[] };
export type Jw305 = Kop & { readonly type: 'JW305'; readonly bsn: string; readonly producten: readonly Start[] };
export type Jw307 = Kop & { readonly type: 'JW307'; readonly bsn: string; readonly producten: readonly Stop[] };
export type Jw315 = Kop & { readonly type: 'JW315'; readonly bsn: string; readonly producten: readonly Aangevraagd[] };
export type Jw317 = Kop & {
  readonly type: 'JW317';
  readonly bsn: string;
  readonly referentie: string;
  readonly ongewijzigd: readonly number[];
  readonly wijzigen: readonly Wijziging[];
  readonly nieuw: readonly Nieuw[];
};
export type Jw319 = Kop & {
  readonly type: 'JW319';
  readonly referentie: string;
  readonly antwoord: string;
  readonly reden: string | null;
};
export type Jw323 = Kop & {
  readonly type: 'JW323';
  readonly nummer: string;
  readonly maand: string;
  /** Signed, eurocents. */
  readonly totaal: number;
  readonly clienten: readonly { readonly bsn: string; readonly prestaties: readonly Prestatie[] }[];
};
export type ModelBericht = Jw301 | Jw305 | Jw307 | Jw315 | Jw317 | Jw319 | Jw323;

/** What both sides say of a message: its status, and each answer with the retourcodes by class in document order. */
export interface Uitkomst {
  readonly status: string;
  readonly antwoorden: readonly Antwoord[];
}
export interface Antwoord {
  readonly type: string;
  readonly codes: readonly string[];
  /** What else it says: totals of a JW325, answer and reason of a JW319, numbers of a JW301. */
  readonly inhoud: readonly string[];
}
