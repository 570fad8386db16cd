import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import { THROW_AWAY } from '../../judging/number-source.ts';
import type { BesluitAfgewezen } from '../../lanes/commands/besluit-afwijzing.ts';
import { decide } from '../../lanes/commands/decide.ts';
import type { DecisionCommand } from '../../lanes/commands/decision-command.ts';
import type { RequestDeps } from '../../lanes/commands/request-session.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import type { WerkbakItemBeeld } from '../../store/requests/contract.ts';

/** A message that would go out. */
export interface Antwoordproef {
  readonly type: BerichtType;
  readonly ontvanger: string;
  readonly xml: string;
}

export type Proef =
  | {
      readonly kind: 'decided';
      readonly antwoorden: readonly Antwoordproef[];
      /** What both parties would be told outside the messages (iJW 2.3). */
      readonly signalen: readonly string[];
    }
  | { readonly kind: 'refused'; readonly waarom: BesluitAfgewezen };

/** What a decision would send, with throw-away numbers; nothing is written. */
export async function tryDecision(
  item: WerkbakItemBeeld,
  command: DecisionCommand,
  inForce: AgreementsInForce,
  deps: Omit<RequestDeps, 'numbers'> & { readonly now: () => Date },
): Promise<Proef> {
  const when = { opdrachtId: deps.newId(), ontvangenOp: deps.now() };
  const decided = await decide(item, command, when, inForce, { ...deps, numbers: THROW_AWAY }, 'aside');
  if (decided.kind === 'refused') return decided;
  const { verdict, antwoorden } = decided.beoordeeld;
  const decoder = new TextDecoder();
  return {
    kind: 'decided',
    antwoorden: verdict.antwoorden.map(({ type, ontvanger }, i) => {
      return { type, ontvanger, xml: decoder.decode(antwoorden[i]) };
    }),
    signalen: verdict.signalen.map((signaal) => signaal.melding),
  };
}
