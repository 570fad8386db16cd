import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import { metNieuweIds } from '../../judging/judge-work.ts';
import type { TeSchrijven } from '../../store/lanes/contract.ts';
import type { WerkbakItemBeeld } from '../../store/requests/contract.ts';
import { type Afgewezen, afwijzing } from './besluit-afwijzing.ts';
import { type BesluitGegevens, besluitUit } from './besluit-gegevens.ts';
import type { CommandDeps, OpdrachtWerk } from './command.ts';
import { refused } from './refused.ts';
import { withRequests } from './request-session.ts';

const WEG = 'Het bericht met dit verzoek is niet meer te lezen. Stuur zelf een toewijzings- of antwoordbericht.';

/** What the gemeente decides on a request in its werkbak (POST /werkbak/{id}). */
export async function besluit(werk: OpdrachtWerk, inForce: AgreementsInForce, deps: CommandDeps): Promise<TeSchrijven> {
  const gegevens = werk.gegevens as unknown as BesluitGegevens;
  const item = await deps.store.werkbakItem(gegevens.item);
  if (item === undefined) return refused(werk, inForce, 'Dit verzoek staat niet (meer) in de werkbak.');
  const gezocht = { opdrachtId: werk.id, ontvangenOp: werk.ontvangenOp, item };
  return withRequests([gezocht], inForce, deps, async ([verzoek], session) => {
    if (verzoek === undefined || verzoek === null) return refused(werk, inForce, WEG);
    const [blok] = await deps.numbers.blocks([verzoek], inForce.afspraken);
    if (blok === undefined) throw new Error('numbers are missing for a command');
    const { referentie } = item;
    const antwoord = await session.decide({ ...verzoek, referentie, besluit: besluitUit(gegevens), nummers: blok });
    if (antwoord.kind === 'refused') return geweigerd(werk, inForce, afwijzing(antwoord, item));
    const klaar = metNieuweIds(antwoord.beoordeeld, deps.newId);
    return {
      werk,
      ...klaar,
      inAntwoordOp: item.berichtId,
      uitkomst: { stand: 'gedaan', resultaat: resultaat(klaar, item, gegevens) },
    };
  });
}

function geweigerd(werk: OpdrachtWerk, inForce: AgreementsInForce, { reden, ...resultaat }: Afgewezen): TeSchrijven {
  return refused(werk, inForce, reden, resultaat);
}

/** Ids only: what the messages say stands in the messages. */
function resultaat(
  { verdict, antwoorden }: Pick<TeSchrijven, 'verdict' | 'antwoorden'>,
  { referentie, berichtId }: WerkbakItemBeeld,
  { besluit: wat }: BesluitGegevens,
): Readonly<Record<string, unknown>> {
  return {
    besluit: wat,
    referentie,
    verzoek: berichtId,
    antwoorden: verdict.antwoorden.map(({ type, ontvanger }, i) => ({ id: antwoorden[i]?.id ?? '', type, ontvanger })),
  };
}
