import type { PrestatieRecord, Toewijzing } from '../../rules/kennis.ts';
import { euro } from '../../rules/texts/euro.ts';
import { metTeken } from '../../signaalbudget/bedrag.ts';
import { gebruiktVan, niveauVan, overgang, percentageVan } from '../../signaalbudget/ledger.ts';
import type { BeoordeelInvoer } from '../invoer.ts';
import type { Signaal } from '../verdict.ts';

/** A signal for each signaalbudget that this declaratie brought over the regime's percentage, or over its ceiling. */
export function signaalbudgetSignalen({ kennis, afspraken, oordeel }: BeoordeelInvoer): Signaal[] {
  const verschillen = perToewijzing(oordeel.lopend.prestaties);
  const signalen: Signaal[] = [];
  for (const toewijzing of kennis.data.toewijzingen) {
    const verschil = verschillen.get(toewijzing.sleutel);
    const budget = toewijzing.signaalbudget;
    if (verschil === undefined || budget === null) continue;
    const { gemeente, ingangsdatum } = toewijzing;
    const regime = afspraken.regime(gemeente, ingangsdatum);
    if (regime === undefined) continue;
    const voor = gebruiktVan(kennis.prestatiesOp(toewijzing.sleutel));
    const na = voor + verschil;
    if (overgang(voor, na, budget.bedrag, regime.signaalPercentage) === null) continue;
    signalen.push(budgetSignaal(toewijzing, na, budget.bedrag));
  }
  return signalen;
}

/** A new version that lowers the ceiling may cross the line too, without a debet; later debets would not tell. */
export function verlagingSignaal(
  nieuw: Toewijzing,
  oud: Toewijzing | undefined,
  { kennis, afspraken }: Pick<BeoordeelInvoer, 'kennis' | 'afspraken'>,
): Signaal[] {
  const [was, wordt] = [oud?.signaalbudget ?? null, nieuw.signaalbudget];
  const regime = afspraken.regime(nieuw.gemeente, nieuw.ingangsdatum);
  if (was === null || wordt === null || wordt.bedrag >= was.bedrag || regime === undefined) return [];
  const gebruikt = gebruiktVan(kennis.prestatiesOp(nieuw.sleutel));
  const lijn = (bedrag: number) => niveauVan(gebruikt, bedrag, regime.signaalPercentage);
  return lijn(wordt.bedrag) > lijn(was.bedrag) ? [budgetSignaal(nieuw, gebruikt, wordt.bedrag)] : [];
}

function budgetSignaal({ gemeente, aanbieder, nummer }: Toewijzing, gebruikt: number, bedrag: number): Signaal {
  return {
    soort: 'signaalbudget',
    gemeente,
    aanbieder,
    toewijzingNummer: nummer,
    percentage: percentageVan(gebruikt, bedrag),
    melding: melding(gebruikt, bedrag),
  };
}

function perToewijzing(prestaties: readonly PrestatieRecord[]): ReadonlyMap<string, number> {
  const verschillen = new Map<string, number>();
  for (const prestatie of prestaties) {
    if (prestatie.toewijzing === null) continue;
    verschillen.set(prestatie.toewijzing, (verschillen.get(prestatie.toewijzing) ?? 0) + metTeken(prestatie));
  }
  return verschillen;
}

function melding(gebruikt: number, bedrag: number): string {
  const percentage = String(percentageVan(gebruikt, bedrag)).replace('.', ',');
  const stand = `Van het signaalbudget van ${euro(bedrag)} is ${euro(gebruikt)} gebruikt (${percentage} %).`;
  return gebruikt > bedrag
    ? `${stand} Dat is meer dan het maximum.`
    : `${stand} Rond de hulp binnen het budget af, of overleg met het lokaal team over een maatwerksignaalbudget.`;
}
