import { systemScope } from '../../access/scope.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import type { JudgePlace } from '../../judging/judge-host.ts';
import type { Beoordeeld } from '../../judging/judge-protocol.ts';
import type { JudgeDeps } from '../../judging/procedure.ts';
import type { DossierStore } from '../../store/dossier/contract.ts';
import type { KennisVraag } from '../../verdict/kennis-vraag.ts';
import type { GrantCommand } from './grant-command.ts';

export type Granted =
  | {
      readonly kind: 'granted';
      readonly beoordeeld: Beoordeeld;
      /** As it is before. */
      readonly toewijzing: Toewijzing;
    }
  /** `reden` is a Dutch sentence. */
  | { readonly kind: 'refused'; readonly reden: string };

export type GrantDeps = Omit<JudgeDeps, 'newId' | 'logger'> & { readonly store: Pick<DossierStore, 'toewijzing'> };

interface When {
  readonly opdrachtId: string;
  readonly ontvangenOp: Date;
}

/**
 * What a maatwerksignaalbudget of `bedrag` eurocents comes to: the same whether it is granted or tried, but for the numbers
 * (`deps.numbers`). Nothing is written here.
 */
export async function grant(
  { gemeente, nummer, bedrag }: Pick<GrantCommand, 'gemeente' | 'nummer' | 'bedrag'>,
  when: When,
  inForce: AgreementsInForce,
  deps: GrantDeps,
  place?: JudgePlace,
): Promise<Granted> {
  const { store, judges, numbers, loadKennis } = deps;
  const gemeenten = inForce.afspraken.familie(gemeente);
  const beeld = await store.toewijzing(gemeenten, nummer, systemScope());
  if (beeld === undefined) return { kind: 'refused', reden: 'Deze toewijzing bestaat niet meer.' };
  const toewijzing = beeld.huidig;
  const [[geladen], [blok]] = await Promise.all([
    loadKennis([vraagVoor(when, gemeenten, toewijzing.aanbieder, nummer, toewijzing.client)]),
    numbers.blocks(
      [{ gemeente: toewijzing.gemeente, nummers: { identificaties: 2, toewijzingen: 0 } }],
      inForce.afspraken,
    ),
  ]);
  if (geladen === undefined || blok === undefined) throw new Error('context or numbers are missing for a grant');
  const session = await judges.session(inForce, 0, place);
  try {
    const { opdrachtId } = when;
    const antwoord = await session.grant({ opdrachtId, toewijzing, bedrag, kennis: geladen.kennis, nummers: blok });
    return antwoord.kind === 'refused' ? antwoord : { ...antwoord, toewijzing };
  } finally {
    session.end([]);
  }
}

/** Everything of one client at one aanbieder, named by the keyed hash: a command holds no BSN. */
function vraagVoor(
  { opdrachtId, ontvangenOp }: When,
  gemeenten: readonly string[],
  aanbieder: string,
  nummer: number,
  client: string,
): KennisVraag {
  return {
    berichtId: opdrachtId,
    ontvangenOp,
    gemeenten,
    aanbieder,
    bsns: [],
    clienten: [client],
    toewijzingNummers: [nummer],
    alleToewijzingen: true,
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
