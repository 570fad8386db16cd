import type { Afspraak } from '../../agreements/afspraken.ts';
import { productNaam } from '../../agreements/woorden.ts';
import type { PrestatieRecord } from '../../dossier/prestatie.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { Kennis } from '../../rules/kennis-lookups.ts';
import { waardeVanOmvang } from '../../signaalbudget/bedrag.ts';
import { type Betaaltermijn, termijnenVan, toetsTermijn } from '../../signaalbudget/termijnen.ts';
import { euro } from '../../standard/euro.ts';
import { groepeer } from '../../standard/groepeer.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import type { Signaal } from '../verdict.ts';

/**
 * Lines that do not follow the agreed payments of a result (`termijnen`: 70 % at the start and the rest after completion,
 * twelve equal months): a signal to both parties. The standard has no rule to refuse them, so nothing is refused.
 */
export function termijnSignalen({ kennis, afspraken, oordeel }: BeoordeelInvoer): Signaal[] {
  const nieuw = oordeel.lopend.prestaties;
  const opSleutel = new Map(kennis.data.toewijzingen.map((t) => [t.sleutel, t]));
  return [...groepeer(nieuw, (p) => p.toewijzing)].flatMap(([sleutel, prestaties]) => {
    const toewijzing = sleutel === null ? undefined : opSleutel.get(sleutel);
    if (toewijzing === undefined) return [];
    const { gemeente, aanbieder, categorie, code, ingangsdatum } = toewijzing;
    const afspraak = afspraken.afspraak(gemeente, aanbieder, categorie ?? '', code ?? '', ingangsdatum);
    return afspraak === undefined ? [] : signalenVoor(toewijzing, prestaties, afspraak, kennis);
  });
}

function signalenVoor(
  toewijzing: Toewijzing,
  nieuw: readonly PrestatieRecord[],
  afspraak: Afspraak,
  kennis: Kennis,
): Signaal[] {
  const { volume, eenheid, frequentie, gemeente, aanbieder, nummer } = toewijzing;
  const { termijnen } = afspraak.product;
  if (termijnen === undefined || volume === null || eenheid === null || frequentie === null) return [];
  const totaal = waardeVanOmvang({ volume, eenheid, frequentie }, toewijzing, afspraak.regel);
  if (totaal === null) return [];
  const plan = termijnenVan(totaal, termijnen, toewijzing);
  const afgerond = kennis
    .regieVan(toewijzing.client)
    .some((r) => r.soort === 'stop' && nummer !== null && r.toewijzingNummer === nummer);
  const staand = zonderCredits([...kennis.prestatiesOp(toewijzing.sleutel), ...nieuw]);
  const isNieuw = new Set(nieuw);
  const eerder = staand.filter((p) => !isNieuw.has(p)).map((p) => p.bedrag);
  const signalen: Signaal[] = [];
  for (const { bedrag } of staand.filter((p) => isNieuw.has(p))) {
    const uitslag = toetsTermijn(bedrag, eerder, plan, afgerond);
    eerder.push(bedrag);
    if (uitslag === 'past') continue;
    const waarom =
      uitslag === 'past-niet' ? 'Dat past bij geen termijn die nog openstaat.' : 'De hulp is nog niet afgerond.';
    const melding = `Er is ${euro(bedrag)} gedeclareerd op ${productNaam(afspraak.product)} in contract ${afspraak.contract.nummer}. ${waarom} Afgesproken is ${inWoorden(plan)}.`;
    signalen.push({ soort: 'afwijking', gemeente, aanbieder, toewijzingNummer: nummer, percentage: null, melding });
  }
  return signalen;
}

/** Granted debets that no credit takes back. */
function zonderCredits(prestaties: readonly PrestatieRecord[]): PrestatieRecord[] {
  const geldig = prestaties.filter((p) => p.stand !== 'afgewezen');
  const terug = new Set(geldig.filter((p) => p.debetCredit === 'C').map((p) => p.vorigeReferentie));
  return geldig.filter((p) => p.debetCredit === 'D' && !terug.has(p.referentie));
}

const WANNEER = { start: 'bij de start', einde: 'na afronding', maand: 'per maand' } as const;

function inWoorden(plan: readonly Betaaltermijn[]): string {
  const maanden = plan.filter(({ moment }) => moment === 'maand');
  const los = plan.filter(({ moment }) => moment !== 'maand').map((t) => `${euro(t.bedrag)} ${WANNEER[t.moment]}`);
  const eerste = maanden[0];
  return [...los, ...(eerste === undefined ? [] : [`${maanden.length} keer ${euro(eerste.bedrag)} per maand`])].join(
    ' en ',
  );
}
