import type { AfsprakenDocument } from '../../../src/agreements/document.ts';
import { maakAfspraken } from '../../../src/agreements/maak-afspraken.ts';
import { judge } from '../../../src/rules/judge.ts';
import { maakKennis } from '../../../src/rules/kennis-lookups.ts';
import { metBudgetSignalen } from '../../../src/verdict/budget-signalen.ts';
import { beoordeelDeclaratie } from '../../../src/verdict/declaratie/beoordeel.ts';
import { nummersUit } from '../../../src/verdict/nummers.ts';
import type { Verdict } from '../../../src/verdict/verdict.ts';
import type { Bericht } from '../../../src/xml/tree.ts';
import { document, kennisData, type Spel } from '../../rules/declaration/decor.ts';

/** The whole verdict on a declaratie, as the pipeline gets it. */
export function verdictOp(bericht: Bericht, { kennis = {}, afspraken = {} }: Spel = {}): Verdict {
  const k = maakKennis(kennisData(kennis));
  const a = maakAfspraken(document(afspraken), 7);
  const nummers = nummersUit({ identificatie: 1, toewijzing: {} });
  const oordeel = judge(bericht, k, a);
  const invoer = { bericht, kennis: k, afspraken: a, nummers, oordeel, regelsVersie: '1.2.3' };
  return metBudgetSignalen(beoordeelDeclaratie(invoer), invoer);
}

/** The agreements with a gemeente that answers itself. */
export function eigenGemeente(): Pick<AfsprakenDocument, 'gemeenten'> {
  return { gemeenten: document().gemeenten.map((g) => ({ ...g, retour: 'eigen' as const })) };
}

export const claims = (verdict: Verdict) => verdict.claims.map((c) => c.sleutel);

export function geboekteRegels(verdict: Verdict): string[] {
  return verdict.mutaties.flatMap((m) =>
    m.soort === 'prestatie' ? [`${m.prestatie.referentie} ${m.prestatie.debetCredit} ${m.prestatie.stand}`] : [],
  );
}
