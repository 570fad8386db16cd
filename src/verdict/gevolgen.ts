import type { Claim } from '../dossier/claim.ts';
import { identificatieClaim } from '../rules/claims.ts';
import type { Bericht } from '../xml/tree.ts';
import type { Verdict } from './verdict.ts';

/** What differs from one accepted message to the next: parts of its verdict, put together from pieces. */
export type Gevolgen = Partial<
  Pick<Verdict, 'bevindingen' | 'claims' | 'mutaties' | 'antwoorden' | 'doorgeleverdAan' | 'signalen' | 'afwijzingen'>
>;

/** All pieces together, in order. */
export function samen(stukken: readonly Gevolgen[]): Required<Gevolgen> {
  return {
    bevindingen: stukken.flatMap((stuk) => stuk.bevindingen ?? []),
    claims: stukken.flatMap((stuk) => stuk.claims ?? []),
    mutaties: stukken.flatMap((stuk) => stuk.mutaties ?? []),
    antwoorden: stukken.flatMap((stuk) => stuk.antwoorden ?? []),
    doorgeleverdAan: stukken.flatMap((stuk) => stuk.doorgeleverdAan ?? []),
    signalen: stukken.flatMap((stuk) => stuk.signalen ?? []),
    afwijzingen: stukken.flatMap((stuk) => stuk.afwijzingen ?? []),
  };
}

/** The claim on the Identificatie of a message that we composed, owned by the message that caused it. */
export function samengesteldClaim(bericht: Bericht, berichtId: string): Claim[] {
  const sleutel = identificatieClaim(bericht);
  return sleutel === null ? [] : [{ sleutel, eigenaar: berichtId }];
}
