/** Something that may exist once (decision 4). `eigenaar` tells an honest repeat (a new version) from a clash. */
export interface Claim {
  /** `<soort>|<scope>|<waarde>`: built in claims.ts only. */
  readonly sleutel: string;
  readonly eigenaar: string;
}
