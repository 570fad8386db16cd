import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import { THROW_AWAY } from '../../judging/number-source.ts';
import { type GrantDeps, grant } from '../../lanes/commands/grant.ts';
import type { GrantCommand } from '../../lanes/commands/grant-command.ts';
import type { Antwoordproef } from './try-decision.ts';

export type GrantProef =
  | {
      readonly kind: 'granted';
      readonly was: Toewijzing;
      readonly wordt: Toewijzing;
      /** Eurocents that were used of the budget. */
      readonly gebruikt: number;
      readonly antwoorden: readonly Antwoordproef[];
    }
  /** `reden` is a Dutch sentence. */
  | { readonly kind: 'refused'; readonly reden: string }
  | { readonly kind: 'unknown' };

export type TryGrantDeps = Omit<GrantDeps, 'numbers'> & {
  readonly newId: () => string;
  readonly now: () => Date;
};

/** What a maatwerksignaalbudget would make of a toewijzing and send, with throw-away numbers; nothing is written. */
export async function tryGrant(
  command: Pick<GrantCommand, 'gemeente' | 'nummer' | 'bedrag'>,
  gebruikt: number,
  inForce: AgreementsInForce,
  deps: TryGrantDeps,
): Promise<GrantProef> {
  const when = { opdrachtId: deps.newId(), ontvangenOp: deps.now() };
  const granted = await grant(command, when, inForce, { ...deps, numbers: THROW_AWAY }, 'aside');
  if (granted.kind === 'refused') return granted;
  const { verdict, antwoorden } = granted.beoordeeld;
  const [wordt] = verdict.mutaties.flatMap((mutatie) => (mutatie.soort === 'toewijzing' ? [mutatie.toewijzing] : []));
  if (wordt === undefined) throw new Error('a grant without a new version of its toewijzing');
  const decoder = new TextDecoder();
  return {
    ...{ kind: 'granted', was: granted.toewijzing, wordt, gebruikt },
    antwoorden: verdict.antwoorden.map(({ type, ontvanger }, i) => {
      return { type, ontvanger, xml: decoder.decode(antwoorden[i]) };
    }),
  };
}
