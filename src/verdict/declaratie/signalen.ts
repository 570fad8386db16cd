import type { PrestatieRecord } from '../../rules/kennis.ts';
import { euro } from '../../rules/texts/euro.ts';
import { metTeken } from '../../signaalbudget/bedrag.ts';
import { gebruiktVan, overgang, percentageVan } from '../../signaalbudget/ledger.ts';
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
    const { gemeente, aanbieder, ingangsdatum, nummer } = toewijzing;
    const regime = afspraken.regime(gemeente, ingangsdatum);
    if (regime === undefined) continue;
    const voor = gebruiktVan(kennis.prestatiesOp(toewijzing.sleutel));
    const na = voor + verschil;
    if (overgang(voor, na, budget.bedrag, regime.signaalPercentage) === null) continue;
    signalen.push({
      soort: 'signaalbudget',
      gemeente,
      aanbieder,
      toewijzingNummer: nummer,
      percentage: percentageVan(na, budget.bedrag),
      melding: melding(na, budget.bedrag),
    });
  }
  return signalen;
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
