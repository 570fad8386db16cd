import type { Scope } from '../../access/scope.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import { THROW_AWAY } from '../../judging/number-source.ts';
import type { BesluitAfgewezen } from '../../lanes/commands/besluit-afwijzing.ts';
import { decide } from '../../lanes/commands/decide.ts';
import type { DecisionCommand } from '../../lanes/commands/decision-command.ts';
import { vastBudget } from '../../lanes/commands/kosten.ts';
import type { RequestDeps } from '../../lanes/commands/request-session.ts';
import { waardeVanToewijzing } from '../../signaalbudget/waarde.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import type { DossierStore } from '../../store/dossier/contract.ts';
import type { WerkbakItemBeeld } from '../../store/requests/contract.ts';

/** A message that would go out. */
export interface Antwoordproef {
  readonly type: BerichtType;
  readonly ontvanger: string;
  readonly xml: string;
}

/** A toewijzing that the decision brings or changes; amounts in eurocents, null where the agreements cannot tell. */
export interface BesluitGevolg {
  /** Null for a new one. */
  readonly was: Toewijzing | null;
  readonly wordt: Toewijzing;
  /** What was declared and granted of it so far, credits subtracted; null for a new one. */
  readonly gebruikt: number | null;
  /** What it costs when all of it is used. */
  readonly waardeWas: number | null;
  readonly waardeWordt: number | null;
  /** The fixed signaalbudget of its product. */
  readonly vast: number | null;
}

export type Proef =
  | {
      readonly kind: 'decided';
      readonly antwoorden: readonly Antwoordproef[];
      readonly gevolgen: readonly BesluitGevolg[];
      /** What both parties would be told outside the messages (iJW 2.3). */
      readonly signalen: readonly string[];
    }
  | { readonly kind: 'refused'; readonly waarom: BesluitAfgewezen };

export type TryDecisionDeps = Omit<RequestDeps, 'numbers' | 'store'> & {
  readonly store: RequestDeps['store'] & Pick<DossierStore, 'toewijzing'>;
  readonly now: () => Date;
};

/** What a decision would send, with throw-away numbers; nothing is written. */
export async function tryDecision(
  item: WerkbakItemBeeld,
  command: DecisionCommand,
  inForce: AgreementsInForce,
  deps: TryDecisionDeps,
  scope: Scope,
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
    gevolgen: await Promise.all(
      verdict.mutaties.flatMap((mutatie) =>
        mutatie.soort === 'toewijzing' ? [gevolg(mutatie.toewijzing, inForce, deps.store, scope)] : [],
      ),
    ),
    signalen: verdict.signalen.map((signaal) => signaal.melding),
  };
}

async function gevolg(
  wordt: Toewijzing,
  { afspraken }: AgreementsInForce,
  store: Pick<DossierStore, 'toewijzing'>,
  scope: Scope,
): Promise<BesluitGevolg> {
  const { gemeente, nummer } = wordt;
  const nu = nummer === null ? undefined : await store.toewijzing(afspraken.familie(gemeente), nummer, scope);
  // The numbers are thrown away, so one that is there by chance is another.
  const zelfde = nu?.huidig.sleutel === wordt.sleutel ? nu : null;
  const was = zelfde?.huidig ?? null;
  return {
    ...{ was, wordt, gebruikt: zelfde?.gebruikt ?? null, vast: vastBudget(wordt, afspraken) },
    waardeWas: was === null ? null : waardeVanToewijzing(was, afspraken),
    waardeWordt: waardeVanToewijzing(wordt, afspraken),
  };
}
