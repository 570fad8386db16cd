import { systemScope } from '../../access/scope.ts';
import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import type { TeSchrijven } from '../../store/lanes/contract.ts';
import type { WerkbakItemBeeld } from '../../store/requests/contract.ts';
import { withAnswerIds } from '../to-write.ts';
import type { CommandDeps, OpdrachtWerk } from './command.ts';
import { decide } from './decide.ts';
import type { DecisionCommand } from './decision-command.ts';
import { kostenVan } from './kosten.ts';
import { refused } from './refused.ts';

/** What the gemeente decides on a request in its werkbak (POST /werkbak/{id}). */
export async function besluit(
  command: DecisionCommand,
  werk: OpdrachtWerk,
  inForce: AgreementsInForce,
  deps: CommandDeps,
): Promise<TeSchrijven> {
  const item = await deps.store.werkbakItem(command.item, systemScope());
  if (item === undefined) return refused(werk, inForce, 'Dit verzoek staat niet (meer) in de werkbak.');
  const when = { opdrachtId: werk.id, ontvangenOp: werk.ontvangenOp };
  const decided = await decide(item, command, when, inForce, deps);
  if (decided.kind === 'refused') {
    const { reden, ...resultaat } = decided.waarom;
    return refused(werk, inForce, reden, resultaat);
  }
  const kosten = await kostenVan(decided.beoordeeld.verdict, inForce.afspraken, deps.store, systemScope());
  const ready = withAnswerIds(decided.beoordeeld, deps.newId);
  return {
    werk,
    ...ready,
    inAntwoordOp: item.berichtId,
    uitkomst: { stand: 'gedaan', resultaat: { ...resultaat(ready, item, command), ...kosten } },
  };
}

/** Ids, and beside them no more than what it costs: what the messages say stands in the messages. */
function resultaat(
  { verdict, antwoorden }: Pick<TeSchrijven, 'verdict' | 'antwoorden'>,
  { referentie, berichtId }: WerkbakItemBeeld,
  { besluit: wat }: DecisionCommand,
): Readonly<Record<string, unknown>> {
  return {
    besluit: wat,
    referentie,
    verzoek: berichtId,
    antwoorden: verdict.antwoorden.map(({ type, ontvanger }, i) => ({ id: antwoorden[i]?.id ?? '', type, ontvanger })),
  };
}
