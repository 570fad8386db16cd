import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import type { JudgePlace, JudgeSession } from '../../judging/judge-host.ts';
import type { Beoordeeld } from '../../judging/judge-protocol.ts';
import type { WerkbakItemBeeld } from '../../store/requests/contract.ts';
import { afwijzing, type BesluitAfgewezen } from './besluit-afwijzing.ts';
import { besluitUit, type DecisionCommand } from './decision-command.ts';
import { type RequestDeps, type VerzoekOpen, withRequests } from './request-session.ts';

export type Decided =
  | { readonly kind: 'decided'; readonly beoordeeld: Beoordeeld }
  | { readonly kind: 'refused'; readonly waarom: BesluitAfgewezen };

/** The request cannot be read any more, so nothing can be made of the decision. */
const GONE: BesluitAfgewezen = {
  reden: 'Het bericht met dit verzoek is niet meer te lezen. Stuur zelf een toewijzings- of antwoordbericht.',
  code: 'onleesbaar',
  soort: 'stand',
  bevindingen: [],
  gebeurd: null,
};

/**
 * What a decision of the gemeente comes to: the same whether it is carried out or tried, but for the numbers
 * (`deps.numbers`). Nothing is written here.
 */
export function decide(
  item: WerkbakItemBeeld,
  command: DecisionCommand,
  { opdrachtId, ontvangenOp }: { readonly opdrachtId: string; readonly ontvangenOp: Date },
  inForce: AgreementsInForce,
  deps: RequestDeps,
  place?: JudgePlace,
): Promise<Decided> {
  const { referentie } = item;
  const judge = async ([verzoek]: readonly (VerzoekOpen | null)[], session: JudgeSession): Promise<Decided> => {
    if (verzoek === undefined || verzoek === null) return { kind: 'refused', waarom: GONE };
    const answer = await session.decide({ ...verzoek, referentie, besluit: besluitUit(command) });
    return answer.kind === 'refused' ? { kind: 'refused', waarom: afwijzing(answer, item) } : answer;
  };
  return withRequests([{ opdrachtId, ontvangenOp, item }], inForce, deps, judge, place);
}
