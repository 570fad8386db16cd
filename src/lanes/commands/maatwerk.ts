import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import type { TeSchrijven } from '../../store/lanes/contract.ts';
import { withAnswerIds } from '../to-write.ts';
import type { CommandDeps, OpdrachtWerk } from './command.ts';
import { grant } from './grant.ts';
import type { GrantCommand } from './grant-command.ts';
import { refused } from './refused.ts';

/** A maatwerksignaalbudget that the gemeente grants on a toewijzing (PUT …/signaalbudget). */
export async function maatwerk(
  command: GrantCommand,
  werk: OpdrachtWerk,
  inForce: AgreementsInForce,
  deps: CommandDeps,
): Promise<TeSchrijven> {
  const when = { opdrachtId: werk.id, ontvangenOp: werk.ontvangenOp };
  const granted = await grant(command, when, inForce, deps);
  if (granted.kind === 'refused') return refused(werk, inForce, granted.reden);
  const { beoordeeld, toewijzing } = granted;
  return {
    werk,
    ...withAnswerIds(beoordeeld, deps.newId),
    uitkomst: { stand: 'gedaan', resultaat: { nummer: command.nummer, gemeente: toewijzing.gemeente } },
  };
}
