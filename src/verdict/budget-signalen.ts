import type { Afspraken } from '../agreements/afspraken.ts';
import type { PrestatieRecord } from '../dossier/prestatie.ts';
import type { Toewijzing } from '../dossier/toewijzing.ts';
import { isVerwijderd } from '../rules/history/client.ts';
import type { Kennis } from '../rules/kennis-lookups.ts';
import { euro } from '../rules/texts/euro.ts';
import { metTeken } from '../signaalbudget/bedrag.ts';
import { type BudgetStand, gebruiktVan, overgang, percentageVan } from '../signaalbudget/ledger.ts';
import type { Mutatie, Signaal, Verdict } from './verdict.ts';

interface Bij {
  readonly kennis: Kennis;
  readonly afspraken: Afspraken;
}

/**
 * The verdict with a signal for each signaalbudget of which the use passed the regime's percentage or the ceiling, read
 * from its other effects: a declaratie, a credit that was taken back, a toewijzing or a grant with a lower ceiling.
 */
export function metBudgetSignalen(verdict: Verdict, bij: Bij): Verdict {
  const { versies, verschillen } = geraakt(verdict.mutaties, bij.kennis);
  if (versies.size === 0 && verschillen.size === 0) return verdict;
  const bekend = new Map<string, Toewijzing>();
  for (const t of bij.kennis.data.toewijzingen) {
    if (versies.has(t.sleutel) || verschillen.has(t.sleutel)) bekend.set(t.sleutel, t);
  }
  const signalen = [...bekend].flatMap(([sleutel, voor]): Signaal[] => {
    const na = nieuwste(voor, versies.get(sleutel));
    const was = gebruiktVan(bij.kennis.prestatiesOp(sleutel));
    const wordt = was + (verschillen.get(sleutel) ?? 0);
    const over = overgang(standVan(voor, was, bij), standVan(na, wordt, bij));
    return over === null || na.signaalbudget === null ? [] : [signaal(na, wordt, na.signaalbudget.bedrag)];
  });
  return signalen.length === 0 ? verdict : { ...verdict, signalen: [...signalen, ...verdict.signalen] };
}

/** New versions by key of their toewijzing, and by how much the use of it changes. */
function geraakt(mutaties: readonly Mutatie[], kennis: Kennis) {
  const versies = new Map<string, Toewijzing[]>();
  const verschillen = new Map<string, number>();
  for (const mutatie of mutaties) {
    if (mutatie.soort === 'toewijzing') {
      const { toewijzing } = mutatie;
      versies.set(toewijzing.sleutel, [...(versies.get(toewijzing.sleutel) ?? []), toewijzing]);
    } else if (mutatie.soort === 'prestatie' && mutatie.prestatie.toewijzing !== null) {
      const { toewijzing } = mutatie.prestatie;
      verschillen.set(toewijzing, (verschillen.get(toewijzing) ?? 0) + verschil(mutatie.prestatie, toewijzing, kennis));
    }
  }
  return { versies, verschillen };
}

/** Of a line that is decided on later, what it counted for until then. */
function verschil(prestatie: PrestatieRecord, toewijzing: string, kennis: Kennis): number {
  const nieuw = prestatie.berichtId === kennis.berichtId;
  const was = nieuw
    ? []
    : kennis
        .prestatiesOp(toewijzing)
        .filter((p) => p.berichtId === prestatie.berichtId && p.referentie === prestatie.referentie);
  return (prestatie.stand === 'afgewezen' ? 0 : metTeken(prestatie)) - gebruiktVan(was);
}

/** The one that stands: the latest by its moment, of equal ones the one that came last (IV013). */
function nieuwste(bekend: Toewijzing, versies: readonly Toewijzing[] = []): Toewijzing {
  const moment = (t: Toewijzing) => `${t.toewijzingsdatum}T${t.toewijzingstijd}`;
  return versies.reduce((laatste, versie) => (moment(versie) >= moment(laatste) ? versie : laatste), bekend);
}

function standVan(toewijzing: Toewijzing, gebruikt: number, { afspraken }: Bij): BudgetStand {
  const { gemeente, ingangsdatum, signaalbudget } = toewijzing;
  const regime = afspraken.regime(gemeente, ingangsdatum);
  const telt = regime !== undefined && !isVerwijderd(toewijzing);
  const bedrag = telt ? (signaalbudget?.bedrag ?? null) : null;
  return { gebruikt, bedrag, percentage: regime?.signaalPercentage ?? 100 };
}

function signaal({ gemeente, aanbieder, nummer }: Toewijzing, gebruikt: number, bedrag: number): Signaal {
  return {
    soort: 'signaalbudget',
    gemeente,
    aanbieder,
    toewijzingNummer: nummer,
    percentage: percentageVan(gebruikt, bedrag),
    melding: melding(gebruikt, bedrag),
  };
}

function melding(gebruikt: number, bedrag: number): string {
  const percentage = String(percentageVan(gebruikt, bedrag)).replace('.', ',');
  const stand = `Van het signaalbudget van ${euro(bedrag)} is ${euro(gebruikt)} gebruikt (${percentage} %).`;
  return gebruikt > bedrag
    ? `${stand} Dat is meer dan het maximum.`
    : `${stand} Rond de hulp binnen het budget af, of overleg met het lokaal team over een maatwerksignaalbudget.`;
}
