import type { VNode } from 'preact';
import type { ToewijzingBeeld } from '../../../gateway/dossiers.ts';
import type { Verbruikt } from '../../../gateway/people/overview.ts';
import { percentageVan } from '../../../signaalbudget/ledger.ts';
import { Grafiek } from '../../kit/grafiek.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { euros, monthText } from '../../kit/value.tsx';

interface Rij extends Verbruikt {
  readonly samen: number;
}

/** How the budget is used up: month by month, against its ceiling. */
export function Budget(props: { readonly beeld: ToewijzingBeeld; readonly verbruik: readonly Verbruikt[] }): {
  readonly body: VNode | null;
  readonly tables: readonly TabelBeeld[];
} {
  const { beeld, verbruik } = props;
  const budget = beeld.huidig.signaalbudget;
  if (budget === null) return { body: null, tables: [] };
  let samen = 0;
  const rijen: Rij[] = verbruik.map((een) => {
    samen += een.bedrag;
    return { ...een, samen };
  });
  const procent = percentageVan(beeld.gebruikt, budget.bedrag);
  const beeldTabel = tabel<Rij>({
    naam: 'verbruik',
    titel: 'Verbruik per maand',
    leeg: 'Er is nog niets toegekend.',
    rijen,
    kolommen: [
      { kop: 'Maand', waarde: ({ maand }) => maand, toon: ({ maand }) => monthText(maand) },
      { kop: 'Toegekend', waarde: ({ bedrag }) => ({ euro: bedrag }) },
      { kop: 'Samen', waarde: (rij) => ({ euro: rij.samen }) },
      { kop: 'Percentage', waarde: (rij) => ({ percent: percentageVan(rij.samen, budget.bedrag) }) },
    ],
  });
  const body = (
    <Sectie kop={budget.soort === 'maatwerk' ? 'Maatwerksignaalbudget' : 'Signaalbudget'} id="budget">
      <p>
        Van {euros(budget.bedrag)} is {euros(beeld.gebruikt)} gebruikt: {procent.toLocaleString('nl-NL')} %.
      </p>
      {rijen.length === 0 ? null : (
        <Grafiek
          titel="Gebruikt tot en met de maand, en het budget"
          soort="lijnen"
          eenheid="euro"
          assen={rijen.map(({ maand }) => monthText(maand))}
          reeksen={[
            { naam: 'gebruikt', kleur: 'een', waarden: rijen.map((rij) => rij.samen) },
            { naam: 'budget', kleur: 'twee', waarden: rijen.map(() => budget.bedrag) },
          ]}
        />
      )}
      <Tabel van={beeldTabel} />
    </Sectie>
  );
  return { body, tables: [beeldTabel] };
}
