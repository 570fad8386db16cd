/** A JW323 or JW303 that was not rejected as a whole (D). */
export interface DeclaratieRecord {
  readonly nummer: string;
  readonly periodeBegin: string;
  readonly periodeEinde: string;
  readonly berichtId: string;
  readonly release: string;
}
