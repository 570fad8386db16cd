/**
 * Something that may exist once (docs/decisions/one-message-one-effect.md). `eigenaar` tells an honest repeat (a new
 * version) from a clash.
 */
export interface Claim {
  /** `<soort>|<scope>|<waarde>`: built in claims.ts only. */
  readonly sleutel: string;
  readonly eigenaar: string;
}
