/**
 * A mistake in (or a warning about) the agreements document: code and data here, the Dutch sentence in
 * `fout-teksten.ts`.
 */
export interface AfspraakFout {
  /** JSON pointer (RFC 6901) to what is wrong; '' is the document as a whole. */
  readonly pointer: string;
  readonly code: FoutCode;
  readonly melding: string;
}

export type FoutCode =
  | 'schema'
  | 'dubbele-sleutel'
  | 'onbekende-regio'
  | 'onbekende-gemeente'
  | 'onbekende-opvolger'
  | 'opvolger-kring'
  | 'onbekend-regime'
  | 'onbekende-aanbieder'
  | 'onbekend-product'
  | 'periode-omgekeerd'
  | 'gemeente-overlapt'
  | 'regime-overlapt'
  | 'contract-overlapt'
  | 'leeftijd-omgekeerd'
  | 'signaalbudget-niet-ambulant'
  | 'tarief-eenheid'
  | 'tarief-delen-som'
  | 'tarief-delen-zonder-tarief'
  | 'tarief-delen-niet-verblijf'
  | 'geen-moment'
  | 'bevriezing-omgekeerd'
  | WaarschuwingCode;

export type WaarschuwingCode =
  | 'termijnen-som'
  | 'tarief-bij-euro'
  | 'signaalbudget-zonder-tarief'
  | 'opvolger-zonder-einde'
  | 'buiten-regime'
  | 'gemeente-zonder-regime'
  | 'gemeente-zonder-postadres';

/** What a check reports; `waarden` fill the placeholders of the text. */
export interface Vondst {
  readonly pointer: string;
  readonly code: FoutCode;
  readonly waarden?: Readonly<Record<string, string | number>>;
}
