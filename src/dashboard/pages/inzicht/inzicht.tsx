import { GET_INZICHT } from '../../../api/schemas/inzicht.ts';
import type { Insight } from '../../../gateway/reports.ts';
import type { Indeling } from '../../../reports/verdelingen.ts';
import { askedBy, Filter, PartijKeuze } from '../../kit/filter.tsx';
import { Foutlijst, Keuze, Veld } from '../../kit/formulier.tsx';
import { Grafiek } from '../../kit/grafiek.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { inTurn } from '../../kit/turn.ts';
import { monthText } from '../../kit/value.tsx';
import type { PageRoute } from '../../page.ts';
import { namesOf } from '../../words/names.ts';
import { gemeentenFor, regionsFor } from '../../words/regions.ts';
import { inzichtTabel } from './tabel.ts';

interface Vraag {
  readonly per: string;
  readonly van?: string;
  readonly tot?: string;
  readonly regio?: string;
  readonly gemeente?: string;
}
const { vorm: _vorm, ...VELDEN } = GET_INZICHT.query.properties;
const lees = askedBy<Vraag>({ ...GET_INZICHT.query, properties: VELDEN });

/** What most people want to see things by; any other combination can stand in the address. */
const INDELINGEN = [
  { waarde: 'maand', tekst: 'Maand' },
  { waarde: 'product', tekst: 'Product' },
  { waarde: 'product,maand', tekst: 'Product en maand' },
  { waarde: 'zorgcategorie', tekst: 'Zorgcategorie' },
  { waarde: 'gemeente', tekst: 'Gemeente' },
  { waarde: 'gemeente,product', tekst: 'Gemeente en product' },
  { waarde: 'aanbieder', tekst: 'Aanbieder' },
  { waarde: 'aanbieder,product', tekst: 'Aanbieder en product' },
  { waarde: 'regio,gemeente,product,zorgcategorie,maand', tekst: 'Alles, zonder aanbieder' },
];

/** `/inzicht`: counts and amounts without persons. */
export const INZICHT: PageRoute = {
  path: '/inzicht',
  action: 'report.insight',
  query: Object.keys(VELDEN),
  show: async (request) => {
    const { api, principal } = request;
    const { asked, fouten } = lees({ per: 'maand', ...request.query });
    const goed = Object.keys(fouten).length === 0;
    const per = asked.per.split(',') as Indeling[];
    const gelezen = await inTurn(request, 'rapport', async () =>
      goed ? await api.gateway.reports.insight(principal, { ...asked, per }) : undefined,
    );
    if (gelezen === null) return { kind: 'busy' };
    const known = await api.gateway.agreements.names(principal);
    const rijen = gelezen?.rijen ?? [];
    const beeld = inzichtTabel(rijen, per, namesOf(known));
    const regios = regionsFor(principal, known).map(({ code, naam }) => ({ waarde: code, tekst: naam }));
    return {
      kind: 'view',
      status: goed ? 200 : 400,
      title: 'Inzicht',
      intro:
        principal.kind === 'party'
          ? 'Aantallen en bedragen van uw eigen gemeente, zonder namen.'
          : 'Aantallen en bedragen zonder namen. Wat van minder dan vijf kinderen is telt niet mee: een rij waar dat speelt is deels afgeschermd, zodat bedragen lager zijn dan in werkelijkheid en niet optellen. Kinderen zijn per rij afgerond op vijf naar beneden.',
      tables: [beeld],
      body: (
        <>
          <Foutlijst fouten={Object.values(fouten)} />
          <Filter action="/inzicht">
            <Keuze naam="per" label="Per" waarde={asked.per} opties={metGevraagd(asked.per)} />
            <Veld naam="van" label="Van (maand)" soort="month" waarde={asked.van} fout={fouten.van} />
            <Veld naam="tot" label="Tot en met (maand)" soort="month" waarde={asked.tot} fout={fouten.tot} />
            {principal.kind === 'staff' ? (
              <Keuze naam="regio" label="Regio" leeg="Alle regio’s" waarde={asked.regio} opties={regios} />
            ) : null}
            <PartijKeuze
              naam="gemeente"
              label="Gemeente"
              opties={principal.role === 'gemeente' ? [] : gemeentenFor(principal, known)}
              waarde={asked.gemeente}
            />
          </Filter>
          {asked.per === 'maand' && rijen.length > 0 ? <PerMaand rijen={rijen} /> : null}
          <Tabel van={beeld} />
        </>
      ),
    };
  },
};

/** What the address asks for stays what the form says, also when it is no common one. */
function metGevraagd(per: string) {
  return INDELINGEN.some(({ waarde }) => waarde === per) ? INDELINGEN : [...INDELINGEN, { waarde: per, tekst: per }];
}

function PerMaand({ rijen }: { readonly rijen: Insight['rijen'] }) {
  const assen = rijen.map(({ maand }) => monthText(maand ?? ''));
  const reeks = (naam: string, kleur: string, waarde: (rij: Insight['rijen'][number]) => number | null) => ({
    ...{ naam, kleur },
    waarden: rijen.map((rij) => waarde(rij) ?? 0),
  });
  return (
    <>
      <Grafiek
        titel="Gedeclareerd en toegekend per maand"
        soort="lijnen"
        eenheid="euro"
        assen={assen}
        reeksen={[
          reeks('gedeclareerd', 'een', (rij) => rij.gedeclareerd),
          reeks('toegekend', 'drie', (rij) => rij.toegekend),
        ]}
      />
      <Grafiek
        titel="Instroom, doorstroom en uitstroom per maand"
        soort="lijnen"
        assen={assen}
        reeksen={[
          reeks('instroom', 'een', (rij) => rij.instroom),
          reeks('doorstroom', 'twee', (rij) => rij.doorstroom),
          reeks('uitstroom', 'drie', (rij) => rij.uitstroom),
        ]}
      />
    </>
  );
}
