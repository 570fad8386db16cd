/** A message as the model sees it: what it says, without XML. */
interface Kop {
  readonly release: '2.3' | '3.2';
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

/**
 * What is assigned or asked for (the variants of the standard): specific with an omvang; aspecific without code, with
 * or without a Budget (eurocents); generic with a Budget alone.
 */
export interface Product {
  readonly categorie: string | null;
  readonly code: string | null;
  readonly begin: string;
  readonly einde: string | null;
  readonly omvang: Omvang | null;
  readonly budget: number | null;
}
export interface Toegewezen extends Product {
  /** May be absent in iJW 2.3. */
  readonly nummer: number | null;
  readonly referentie: string | null;
  readonly datum: string;
  readonly tijd: string;
  readonly reden: string | null;
}
export interface Start {
  readonly nummer: number | null;
  readonly code: string;
  readonly begin: string;
  readonly status: string;
}
export interface Stop extends Start {
  readonly reden: string;
  readonly einde: string;
}
export interface Aangevraagd extends Product {
  readonly referentie: string;
  readonly verwijzer: string;
}
export interface Wijziging extends Omit<Product, 'categorie' | 'code'> {
  readonly nummer: number;
}
export interface Prestatie {
  readonly referentie: string;
  readonly vorige: string | null;
  /** May be absent in iJW 2.3. */
  readonly nummer: number | null;
  readonly categorie: string;
  readonly code: string;
  readonly begin: string;
  readonly einde: string;
  readonly volume: number;
  readonly eenheid: string;
  /** Absent with euros (Eenheid 83); optional in iJW 2.3. */
  readonly tarief: number | null;
  readonly bedrag: number;
  readonly dc: 'D' | 'C';
  /** BerekendBedrag of iJW 2.3. */
  readonly berekend?: number | null;
}
export type Clienten = readonly { readonly bsn: string; readonly prestaties: readonly Prestatie[] }[];

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
  readonly nieuw: readonly Product[];
};
export type Jw319 = Kop & {
  readonly type: 'JW319';
  readonly referentie: string;
  readonly antwoord: string;
  readonly reden: string | null;
};
type Declaratie = Kop & {
  readonly nummer: string;
  /** DeclaratiePeriode. */
  readonly begin: string;
  readonly einde: string;
  /** Signed, eurocents. */
  readonly totaal: number;
  readonly clienten: Clienten;
};
export type Jw323 = Declaratie & { readonly type: 'JW323' };
/** Its Identificatie is the DeclarantFactuurNummer. */
export type Jw303 = Declaratie & {
  readonly type: 'JW303';
  readonly vorm: 'declaratie' | 'factuur';
  /** BtwVrijstellingIndicatie is filled. */
  readonly vrijgesteld: boolean;
};
/** What a retourbericht, JW325 or JW304 answers, by what its header repeats of it. */
export interface Heen {
  readonly release: '2.3' | '3.2';
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly identificatie: string;
  readonly dagtekening: string;
}
export type RetourType = 'JW302' | 'JW306' | 'JW308' | 'JW316' | 'JW318' | 'JW320';
export type Retour = Heen & {
  readonly type: RetourType;
  readonly codes: readonly string[];
  /** Echoed with 0200 in each class; null for a header alone. */
  readonly echo: HeenBericht | null;
};
export interface Beoordeeld extends Prestatie {
  readonly codes: readonly string[];
  /** Eurocents; only in a JW304. */
  readonly toegekend: number;
}
interface Antwoordend {
  readonly kopcodes: readonly string[];
  readonly nummer: string;
  readonly ingediend: number;
  readonly toegekend: number;
  readonly clienten: readonly {
    readonly bsn: string;
    readonly codes: readonly string[];
    readonly prestaties: readonly Beoordeeld[];
  }[];
}
export type Jw325 = Kop &
  Antwoordend & {
    readonly type: 'JW325';
    readonly op: { readonly identificatie: string; readonly dagtekening: string };
    /** Of the DeclaratieAntwoord; null when it is left out. */
    readonly codes: readonly string[] | null;
  };
export type Jw304 = Antwoordend & {
  readonly type: 'JW304';
  readonly release: '2.3';
  readonly gemeente: string;
  readonly aanbieder: string;
  /** Of the answer; the rest of its header is that of the declaratie. */
  readonly retourdatum: string;
  readonly vorm: 'declaratie' | 'factuur';
  readonly begin: string;
  readonly einde: string;
  readonly dagtekening: string;
  readonly vrijgesteld: boolean;
};
export type HeenBericht = Jw301 | Jw303 | Jw305 | Jw307 | Jw315 | Jw317 | Jw319 | Jw323;
export type Ontvangen = Retour | Jw325 | Jw304;
export type ModelBericht = HeenBericht | Ontvangen;

/** What both sides say of a message: its status, and each answer with the retourcodes by class in document order. */
export interface Uitkomst {
  readonly status: string;
  readonly antwoorden: readonly Antwoord[];
  /** Of an answer of a party with a system of its own, which gets no answer itself: the rules that it breaks. */
  readonly bezwaren?: readonly string[];
}
export interface Antwoord {
  readonly type: string;
  readonly codes: readonly string[];
  /** What else it says: totals of a JW325 or JW304, answer and reason of a JW319, numbers of a JW301. */
  readonly inhoud: readonly string[];
}
