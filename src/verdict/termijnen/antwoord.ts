import {
  ontvangstdag,
  type Termijn,
  type TermijnSoort,
  termijnDagen,
  termijnSleutel,
} from '../../requests/termijnen.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { antwoordVerwijzing } from '../antwoord-id.ts';
import type { Verdict } from '../verdict.ts';
import type { TermijnContext, TermijnWijziging } from './termijn-wijziging.ts';

/** A party with a system of its own owes an answer on what it is sent (OP090, OP090x4); where the gateway answers, none. */
export function antwoordTermijnen(verdict: Verdict, context: TermijnContext): TermijnWijziging[] {
  const { bericht, afspraken } = context;
  const verwacht: TermijnWijziging[] = [];
  if (bericht !== null) {
    const { ontvanger } = partijenVan(bericht);
    const soort = MESSAGES[bericht.type].antwoordTermijn;
    const bezorgd = verdict.doorgeleverdAan.includes(ontvanger);
    if (soort !== null && bezorgd && afspraken.retourVan(ontvanger) === 'eigen') {
      verwacht.push(antwoordVan(ontvanger, soort, verdict.berichtId, context));
    }
  }
  for (const { type, ontvanger, identificatie } of verdict.antwoorden) {
    const soort = MESSAGES[type].antwoordTermijn;
    if (soort === null || afspraken.retourVan(ontvanger) !== 'eigen') continue;
    verwacht.push(antwoordVan(ontvanger, soort, antwoordVerwijzing(identificatie), context));
  }
  const gegeven = verdict.mutaties.flatMap((mutatie): TermijnWijziging[] =>
    mutatie.soort === 'definitief' ? [{ kind: 'done', sleutel: termijnSleutel.antwoord(mutatie.beantwoordId) }] : [],
  );
  return [...verwacht, ...gegeven];
}

function antwoordVan(
  partij: string,
  soort: TermijnSoort,
  berichtId: string,
  context: TermijnContext,
): TermijnWijziging {
  const termijn: Termijn = {
    ...termijnDagen(soort, ontvangstdag(context.kennis.ontvangenOp)),
    ...{ sleutel: termijnSleutel.antwoord(berichtId), soort, partij, berichtId },
    gemeente: context.gemeente,
    aanbieder: context.aanbieder,
    referentie: null,
    toewijzingNummer: null,
  };
  return { kind: 'runs', termijn };
}
