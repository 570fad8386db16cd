import type { Weigergrond } from '../../standard/codelists/foutcodes.ts';

/** A system as an envelope names it. */
export interface Systeem {
  /** Gemeentecode, AGB code, or a party of the chain (IB, VECOZO …); null where an answer left it out. */
  readonly organisatie: string | null;
  readonly applicatie: string;
  readonly administratie?: string;
  readonly gebruiker?: string;
}

/** Di01: a first word. Du01: an answer to one. */
export type EnvelopSoort = 'Di01' | 'Du01';
/** What StUF itself says of an envelope: taken (Bv03), refused later (Fo01) or at once (Fo03). */
export type AntwoordSoort = 'Bv03' | 'Fo01' | 'Fo03';

export interface Stuurgegevens {
  readonly zender: Systeem;
  readonly ontvanger: Systeem;
  readonly referentienummer: string;
  /** `yyyyMMddHHmmss`, Dutch time. */
  readonly tijdstipBericht: string;
}

/** The four version numbers of an envelope, four digits each. */
export interface StufVersies {
  readonly applicatieVersie: string;
  readonly applicatieSubversie: string;
  readonly functieVersie: string;
  readonly functieSubversie: string;
}

/** An envelope with a message in it. */
export interface Envelop extends Stuurgegevens, StufVersies {
  readonly soort: EnvelopSoort;
  /** Of a Du01: the referentienummer of what it answers. */
  readonly crossRefnummer: string | null;
  /** The type of the message, by the envelope: `JW301`. */
  readonly functie: string;
}

export interface StufAntwoord extends Stuurgegevens {
  readonly soort: AntwoordSoort;
  /** The referentienummer of the envelope that it is about. */
  readonly crossRefnummer: string;
  /** Of a Fo01 or Fo03. */
  readonly fout: StufFout | null;
}

export interface StufFout {
  readonly code: string;
  readonly plek: 'client' | 'server';
  /** At most 200 characters. */
  readonly omschrijving: string;
  /** At most 1,000 characters. */
  readonly details?: string;
}

/** What could be read of an envelope that cannot be taken: to whom the refusal goes, and about what. */
export interface Herkend {
  readonly zender: Systeem | null;
  readonly ontvanger: Systeem | null;
  readonly referentienummer: string | null;
}

export interface OnjuisteEnvelop extends Herkend {
  readonly kind: 'onjuist';
  readonly grond: Weigergrond;
  /** A Dutch sentence without any value of the envelope. */
  readonly reden: string;
}

export type GelezenEnvelop =
  | { readonly kind: 'envelop'; readonly envelop: Envelop; readonly payload: Uint8Array }
  | { readonly kind: 'antwoord'; readonly antwoord: StufAntwoord }
  | OnjuisteEnvelop;
