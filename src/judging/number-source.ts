import type { Afspraken } from '../agreements/afspraken.ts';
import type { KennisData } from '../rules/kennis.ts';
import type { NummerBlok, NummerVraag } from '../verdict/nummers.ts';

/** What a judgement may need, and the gemeente whose ToewijzingNummers it would take. */
export interface NumberWish {
  readonly gemeente: string;
  readonly nummers: NummerVraag;
  /** What is known where the numbers will be used: a toewijzing of the client itself gives no conflict of claims. */
  readonly kennis?: Pick<KennisData, 'toewijzingen'>;
}

/** Where a judgement gets its numbers: what makes the difference between the real thing and a trial. */
export interface NumberSource {
  /** A block for each wish, in the order asked, all its own. */
  blocks(wishes: readonly NumberWish[], afspraken: Afspraken): Promise<readonly NummerBlok[]>;
  /** Claims that another owner has: what is left of such numbers is in doubt. */
  taken(claims: readonly string[]): void;
}

/** Numbers of a trial: never drawn from the store and the same every time; the real answer carries others. */
export const THROW_AWAY: NumberSource = {
  blocks: async (wishes) =>
    wishes.map(({ gemeente }) => ({
      identificatie: 0,
      toewijzing: { [gemeente]: 999_990_000 },
    })),
  taken: () => undefined,
};
