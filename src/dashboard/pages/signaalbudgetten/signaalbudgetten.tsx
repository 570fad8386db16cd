import type { VNode } from 'preact';
import { takes } from '../../../api/schemas/json-schema.ts';
import { AANBIEDER, GEMEENTE, NA, REGIO } from '../../../api/schemas/parameters.ts';
import type { SignaalbudgetBeeld } from '../../../gateway/budgets.ts';
import { percentageVan } from '../../../signaalbudget/ledger.ts';
import { vooruitblik } from '../../../signaalbudget/vooruitblik.ts';
import { Blader } from '../../kit/blader.tsx';
import { askedBy, Filter, PartijKeuze, RegioKeuze } from '../../kit/filter.tsx';
import { Foutlijst, Keuze } from '../../kit/formulier.tsx';
import { Merk } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { inTurn } from '../../kit/turn.ts';
import { Dag, euros, NIETS } from '../../kit/value.tsx';
import type { PageRoute } from '../../page.ts';
import { toChain } from '../../words/links.ts';
import { type Names, namesOf } from '../../words/names.ts';
import { gemeentenFor, regionsFor } from '../../words/regions.ts';
import { verdelingTabel } from './verdeling.ts';

const PER_BLADZIJDE = 100;
const IN_BESTAND = 5_000;

interface Vraag {
  readonly gemeente?: string;
  readonly aanbieder?: string;
  readonly regio?: string;
  readonly signaal?: 'open';
  readonly soort?: SignaalbudgetBeeld['soort'];
  readonly na?: string;
}
const SIGNAAL = { enum: ['open'], description: 'open' } as const;
const SOORT = { enum: ['standaard', 'maatwerk'], description: 'standaard, maatwerk' } as const;
const lees = askedBy<Vraag>(
  takes({ gemeente: GEMEENTE, aanbieder: AANBIEDER, regio: REGIO, signaal: SIGNAAL, soort: SOORT, na: NA }),
);

/** `/signaalbudgetten` */
export const SIGNAALBUDGETTEN: PageRoute = {
  path: '/signaalbudgetten',
  action: 'budget.list',
  query: ['gemeente', 'aanbieder', 'regio', 'signaal', 'soort', 'na'],
  show: async (request) => {
    const { api, principal, whole } = request;
    const { asked, fouten } = lees(request.query);
    const goed = Object.keys(fouten).length === 0;
    const limit = whole ? IN_BESTAND : PER_BLADZIJDE;
    const gelezen = await inTurn(request, 'rapport', async () =>
      goed
        ? {
            lijst: await api.gateway.budgets.list(principal, { ...asked, limit }),
            verdeling: await api.gateway.budgets.shares(principal, asked),
          }
        : { lijst: { items: [], next: null }, verdeling: [] },
    );
    if (gelezen === null) return { kind: 'busy' };
    const known = await api.gateway.agreements.names(principal);
    const names = namesOf(known);
    const { items } = gelezen.lijst;
    // Who asks for those over their line wants the fullest first.
    const budgetten = budgettenTabel(asked.signaal === undefined ? items : items.toSorted(vollerEerst), names);
    const verdeling = verdelingTabel(gelezen.verdeling, names);
    return {
      kind: 'view',
      status: goed ? 200 : 400,
      title: 'Signaalbudgetten',
      intro: 'Wat er van elk signaalbudget is gebruikt. De vooruitblik gaat uit van het verbruik tot nu toe.',
      tables: [budgetten, verdeling],
      live: ['signaal', 'bericht.beoordeeld'],
      body: (
        <>
          <Foutlijst fouten={Object.values(fouten)} />
          <Filter action="/signaalbudgetten">
            <PartijKeuze
              naam="gemeente"
              label="Gemeente"
              opties={principal.role === 'gemeente' ? [] : gemeentenFor(principal, known)}
              waarde={asked.gemeente}
            />
            <PartijKeuze
              naam="aanbieder"
              label="Aanbieder"
              opties={
                principal.role === 'aanbieder' ? [] : known.aanbieders.map(({ agb, naam }) => ({ code: agb, naam }))
              }
              waarde={asked.aanbieder}
            />
            <RegioKeuze regios={regionsFor(principal, known)} waarde={asked.regio} />
            <Keuze
              naam="signaal"
              label="Signaal"
              leeg="Met en zonder signaal"
              waarde={asked.signaal}
              opties={[{ waarde: 'open', tekst: 'Over de signaalgrens, zonder vervolg' }]}
            />
            <Keuze
              naam="soort"
              label="Budget"
              leeg="Vast en maatwerk"
              waarde={asked.soort}
              opties={[
                { waarde: 'standaard', tekst: 'Vast' },
                { waarde: 'maatwerk', tekst: 'Maatwerk' },
              ]}
            />
          </Filter>
          <Tabel van={budgetten} />
          <Blader next={gelezen.lijst.next} eerste={asked.na === undefined} />
          <h2>Hoeveel toewijzingen binnen het vaste budget blijven</h2>
          <Tabel van={verdeling} />
        </>
      ),
    };
  },
};

function budgettenTabel(items: readonly SignaalbudgetBeeld[], names: Names): TabelBeeld {
  return tabel<SignaalbudgetBeeld>({
    naam: 'signaalbudgetten',
    titel: 'Signaalbudgetten',
    leeg: 'Er zijn geen toewijzingen met een signaalbudget.',
    rijen: items,
    kolommen: [
      {
        kop: 'Toewijzing',
        waarde: ({ nummer }) => (nummer === null ? null : String(nummer)),
        toon: ({ gemeente, nummer }) =>
          nummer === null ? '–' : <a href={toChain(gemeente, nummer)}>{String(nummer)}</a>,
      },
      { kop: 'Gemeente', waarde: ({ gemeente }) => names.party(gemeente) },
      { kop: 'Aanbieder', waarde: ({ aanbieder }) => names.party(aanbieder) },
      { kop: 'Product', waarde: ({ categorie, code }) => names.product(categorie, code) },
      { kop: 'Soort', waarde: ({ soort }) => soort, alleenBestand: true },
      {
        kop: 'Budget',
        waarde: ({ bedrag }) => ({ euro: bedrag }),
        toon: ({ bedrag, soort }) => (
          <>
            {euros(bedrag)}
            {soort === 'maatwerk' ? <small class="uitleg">maatwerk</small> : null}
          </>
        ),
      },
      { kop: 'Gebruikt', waarde: ({ gebruikt }) => ({ euro: gebruikt }) },
      {
        kop: 'Percentage',
        waarde: (b) => ({ percent: percentageVan(b.gebruikt, b.bedrag) }),
        toon: (b) => <Gebruik percentage={percentageVan(b.gebruikt, b.bedrag)} />,
      },
      {
        kop: 'Signaal',
        waarde: ({ signaalStand }) => signaalStand,
        toon: ({ signaalStand }) => (signaalStand === null ? '' : <Merk toon="let-op">{signaalStand}</Merk>),
      },
      {
        kop: 'Op bij dit tempo',
        waarde: (b) => ({ day: vooruitblik(b)?.opOp ?? null }),
        toon: (b) => <OpOp van={b} />,
      },
      {
        kop: 'Ingangsdatum',
        opPagina: 'Van, tot en met',
        waarde: ({ ingangsdatum }) => ({ day: ingangsdatum }),
        toon: ({ ingangsdatum, einddatum }) => (
          <>
            <Dag op={ingangsdatum} /> {einddatum === null ? 'zonder einde' : <Dag op={einddatum} />}
          </>
        ),
      },
      { kop: 'Einddatum', waarde: ({ einddatum }) => ({ day: einddatum }), alleenBestand: true },
    ],
  });
}

function vollerEerst(een: SignaalbudgetBeeld, ander: SignaalbudgetBeeld): number {
  return percentageVan(ander.gebruikt, ander.bedrag) - percentageVan(een.gebruikt, een.bedrag);
}

/** The day on which it is used up at this rate; after its end it will not be. */
function OpOp({ van }: { readonly van: SignaalbudgetBeeld }): VNode {
  const op = vooruitblik(van)?.opOp ?? null;
  if (op === null) return <>{NIETS}</>;
  if (van.einddatum !== null && op > van.einddatum) return <>niet voor het einde</>;
  return <Dag op={op} />;
}

function Gebruik({ percentage }: { readonly percentage: number }): VNode {
  const tekst = `${percentage.toLocaleString('nl-NL')} %`;
  return (
    <>
      {tekst}{' '}
      <meter
        min={0}
        max={100}
        low={75}
        high={100}
        optimum={0}
        value={Math.min(100, percentage)}
        aria-label={`${tekst} gebruikt`}
      />
    </>
  );
}
