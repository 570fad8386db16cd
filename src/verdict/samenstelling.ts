import type { Afspraken } from '../agreements/afspraken.ts';
import { judge } from '../rules/judge.ts';
import type { Kennis } from '../rules/kennis-lookups.ts';
import { validateInhoud } from '../standard/validate.ts';
import type { Bericht } from '../xml/tree.ts';

/** A composed message that our own rules would refuse: a bug, so the message that caused it is quarantined. */
export class SamenstellingFout extends Error {
  override readonly name = 'SamenstellingFout';
  /** Rule codes, and `XSD` with the place; no personal data. */
  readonly regels: readonly string[];

  constructor(bericht: Bericht, regels: readonly string[]) {
    super(`a composed ${bericht.type} is refused by ${regels.join(', ')}`);
    this.regels = regels;
  }
}

/** What the schema and our own rules have against a message that we composed, in this context; empty when it may go out. */
export function foutenIn(bericht: Bericht, kennis: Kennis, afspraken: Afspraken): string[] {
  const schema = validateInhoud(bericht.release, bericht.type, bericht.inhoud);
  if (schema.length > 0) return schema.map((fout) => `XSD ${fout.sleutelwoord} ${fout.pad}`);
  const { bevindingen } = judge(bericht, kennis, afspraken);
  return bevindingen.filter((bevinding) => bevinding.ernst === 'fout').map((bevinding) => bevinding.regel);
}

/** The message, once nothing is against it; throws otherwise. */
export function gekeurd(bericht: Bericht, kennis: Kennis, afspraken: Afspraken): Bericht {
  const fouten = foutenIn(bericht, kennis, afspraken);
  if (fouten.length > 0) throw new SamenstellingFout(bericht, fouten);
  return bericht;
}
