import type { VNode } from 'preact';
import type { Aankomst } from '../../../gateway/people/overview.ts';
import { Grafiek } from '../../kit/grafiek.tsx';
import { Sectie, veelvoud } from '../../kit/lijst.tsx';
import { Status } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { type Kolom, type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { count, dayText } from '../../kit/value.tsx';
import { toMessages } from '../../words/links.ts';
import { bucketsOf, type Period } from './period.ts';

/** In this order in every chart and table. */
const STATUSSEN = ['goedgekeurd', 'deels-goedgekeurd', 'afgekeurd', 'geweigerd', 'vastgelopen', 'ontvangen'] as const;

interface Rij {
  readonly op: string;
  readonly per: ReadonlyMap<string, number>;
}

/** What came in: a chart by the hour or day, what became of it, and the same as a table. */
export function Binnengekomen(props: {
  readonly arrivals: readonly Aankomst[];
  readonly period: Period;
  readonly regio: string | undefined;
}): { readonly body: VNode; readonly tables: readonly TabelBeeld[] } {
  const { arrivals, period, regio } = props;
  const rijen = rijenVan(arrivals);
  const per = new Map(rijen.map((rij) => [rij.op, rij.per]));
  const assen = bucketsOf(period);
  const totalen = STATUSSEN.map((status) => [status, som(arrivals.filter((a) => a.status === status))] as const);
  const totaal = som(arrivals);
  const fout = som(arrivals.filter(({ status }) => status === 'afgekeurd' || status === 'geweigerd'));
  const getoond = STATUSSEN.filter((status) => arrivals.some((a) => a.status === status));
  const beeld = tabel<Rij>({
    naam: 'binnengekomen',
    titel: `Binnengekomen berichten per ${period.span.per}`,
    leeg: 'Er kwam niets binnen.',
    kolommen: [
      { kop: period.span.per === 'uur' ? 'Uur' : 'Dag', waarde: ({ op }) => opText(op) },
      ...getoond.map((status): Kolom<Rij> => ({ kop: status, waarde: ({ per }) => per.get(status) ?? 0 })),
      { kop: 'samen', waarde: ({ per }) => [...per.values()].reduce((a, b) => a + b, 0) },
    ],
    rijen,
  });
  const naar = (status?: string) => toMessages({ richting: 'in', status, van: period.van, tot: period.tot, regio });
  const body = (
    <Sectie kop="Binnengekomen">
      <p>
        <a href={naar()}>
          {count(totaal)} {veelvoud(totaal, 'bericht', 'berichten')}
        </a>{' '}
        {period.woorden}
        {totaal === 0 ? '.' : `, waarvan ${procent(fout, totaal)} afgekeurd of geweigerd.`}
      </p>
      <ul class="per-status">
        {totalen
          .filter(([, aantal]) => aantal > 0)
          .map(([status, aantal]) => (
            <li>
              <a href={naar(status)}>
                {count(aantal)} <Status is={status} />
              </a>
            </li>
          ))}
      </ul>
      {rijen.length === 0 ? null : (
        <Grafiek
          titel={`Berichten per ${period.span.per}`}
          as={period.span.per === 'uur' ? 'Uur' : 'Dag'}
          assen={assen.map(period.van === period.tot || period.span.per === 'dag' ? opKort : opLang)}
          reeksen={getoond.map((status) => ({
            naam: status,
            kleur: status,
            waarden: assen.map((op) => per.get(op)?.get(status) ?? 0),
          }))}
        />
      )}
      <details>
        <summary>De cijfers als tabel</summary>
        <Tabel van={beeld} />
      </details>
    </Sectie>
  );
  return { body, tables: [beeld] };
}

function rijenVan(arrivals: readonly Aankomst[]): Rij[] {
  const rijen = new Map<string, Map<string, number>>();
  for (const { op, status, aantal } of arrivals) {
    const per = rijen.get(op) ?? new Map<string, number>();
    per.set(status, aantal);
    rijen.set(op, per);
  }
  return [...rijen].map(([op, per]) => ({ op, per }));
}

function som(arrivals: readonly Aankomst[]): number {
  return arrivals.reduce((tot, { aantal }) => tot + aantal, 0);
}

function procent(deel: number, geheel: number): string {
  return `${count(Math.round((1000 * deel) / geheel) / 10)} %`;
}

/** `27-11-2026 08:00–09:00` or `27-11-2026` */
function opText(op: string): string {
  const [dag = '', uur] = op.split('T');
  return uur === undefined ? dayText(dag) : `${dayText(dag)} ${uur}:00`;
}

function opLang(op: string): string {
  return `${dayText(op.slice(0, 10)).slice(0, 5)} ${opKort(op)}`;
}

function opKort(op: string): string {
  const [dag = '', uur] = op.split('T');
  return uur === undefined ? dayText(dag).slice(0, 5) : `${uur}:00`;
}
