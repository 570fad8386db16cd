import type { AgreementsInForce } from '../judging/agreements-cache.ts';
import { throwAway } from '../judging/throw-away.ts';
import { type Afgewezen, afwijzing } from '../lanes/commands/besluit-afwijzing.ts';
import { type BesluitGegevens, besluitUit } from '../lanes/commands/besluit-gegevens.ts';
import { type RequestDeps, withRequests } from '../lanes/commands/request-session.ts';
import type { BerichtType } from '../standard/message-types.ts';
import type { WerkbakItemBeeld } from '../store/requests/contract.ts';

export type Proef =
  | {
      readonly kind: 'decided';
      readonly antwoorden: readonly { readonly type: BerichtType; readonly ontvanger: string; readonly xml: string }[];
      /** What both parties would be told outside the messages (iJW 2.3). */
      readonly signalen: readonly string[];
    }
  | { readonly kind: 'refused'; readonly waarom: Afgewezen };

/** What a decision would send, with throw-away numbers; nothing is written. */
export async function tryDecision(
  item: WerkbakItemBeeld,
  gegevens: BesluitGegevens,
  inForce: AgreementsInForce,
  deps: RequestDeps & { readonly now: () => Date },
): Promise<Proef | { readonly kind: 'unknown' }> {
  const gezocht = { opdrachtId: deps.newId(), ontvangenOp: deps.now(), item };
  return withRequests(
    [gezocht],
    inForce,
    deps,
    async ([verzoek], session) => {
      if (verzoek === undefined || verzoek === null) return { kind: 'unknown' };
      const { referentie } = item;
      const nummers = throwAway(verzoek.gemeente);
      const antwoord = await session.decide({ ...verzoek, referentie, besluit: besluitUit(gegevens), nummers });
      if (antwoord.kind === 'refused') return { kind: 'refused', waarom: afwijzing(antwoord, item) };
      const { verdict, antwoorden } = antwoord.beoordeeld;
      const decoder = new TextDecoder();
      return {
        kind: 'decided',
        antwoorden: verdict.antwoorden.map(({ type, ontvanger }, i) => {
          return { type, ontvanger, xml: decoder.decode(antwoorden[i]) };
        }),
        signalen: verdict.signalen.map((signaal) => signaal.melding),
      };
    },
    'aside',
  );
}
