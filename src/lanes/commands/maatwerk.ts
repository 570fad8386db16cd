import { systemScope } from '../../access/scope.ts';
import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import type { TeSchrijven } from '../../store/lanes/contract.ts';
import type { KennisVraag } from '../../verdict/kennis-vraag.ts';
import { withAnswerIds } from '../to-write.ts';
import type { CommandDeps, OpdrachtWerk } from './command.ts';
import type { GrantCommand } from './grant-command.ts';
import { refused } from './refused.ts';

/** A maatwerksignaalbudget that the gemeente grants on a toewijzing (PUT …/signaalbudget). */
export async function maatwerk(
  { gemeente, nummer, bedrag }: GrantCommand,
  werk: OpdrachtWerk,
  inForce: AgreementsInForce,
  deps: CommandDeps,
): Promise<TeSchrijven> {
  const { store, judges, numbers, loadKennis, newId } = deps;
  const gemeenten = inForce.afspraken.familie(gemeente);
  const beeld = await store.toewijzing(gemeenten, nummer, systemScope());
  if (beeld === undefined) return refused(werk, inForce, 'Deze toewijzing bestaat niet meer.');
  const toewijzing = beeld.huidig;
  const [[geladen], [blok]] = await Promise.all([
    loadKennis([vraagVoor(werk, gemeenten, toewijzing.aanbieder, nummer, toewijzing.client)]),
    numbers.blocks(
      [{ gemeente: toewijzing.gemeente, nummers: { identificaties: 2, toewijzingen: 0 } }],
      inForce.afspraken,
    ),
  ]);
  if (geladen === undefined || blok === undefined) throw new Error('context or numbers are missing for a command');
  const session = await judges.session(inForce, 0);
  try {
    const { kennis } = geladen;
    const antwoord = await session.grant({ opdrachtId: werk.id, toewijzing, bedrag, kennis, nummers: blok });
    if (antwoord.kind === 'refused') return refused(werk, inForce, antwoord.reden);
    return {
      werk,
      ...withAnswerIds(antwoord.beoordeeld, newId),
      uitkomst: { stand: 'gedaan', resultaat: { nummer, gemeente: toewijzing.gemeente } },
    };
  } finally {
    session.end([]);
  }
}

/** Everything of one client at one aanbieder, named by the keyed hash: a command holds no BSN. */
function vraagVoor(
  werk: OpdrachtWerk,
  gemeenten: readonly string[],
  aanbieder: string,
  nummer: number,
  client: string,
): KennisVraag {
  return {
    berichtId: werk.id,
    ontvangenOp: werk.ontvangenOp,
    gemeenten,
    aanbieder,
    bsns: [],
    clienten: [client],
    toewijzingNummers: [nummer],
    referentiesAanbieder: [],
    prestatieReferenties: [],
    declaratieNummers: [],
    // A lower ceiling may pass a line that the use has reached already.
    declaraties: true,
    verzoeken: true,
    clientGegevens: true,
    claims: [],
    beantwoordt: null,
  };
}
