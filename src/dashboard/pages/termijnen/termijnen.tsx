import { takes } from '../../../api/schemas/json-schema.ts';
import { TERMIJN_SOORTEN } from '../../../api/schemas/names.ts';
import { REGIO } from '../../../api/schemas/parameters.ts';
import type { TermijnBeeld } from '../../../gateway/terms.ts';
import { inAmsterdam, plusDagen } from '../../../standard/datum.ts';
import { kenmerkVeldOfNull } from '../../../xml/kenmerk.ts';
import { askedBy, Filter, RegioKeuze } from '../../kit/filter.tsx';
import { Foutlijst, Keuze } from '../../kit/formulier.tsx';
import { Merk } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { tabel } from '../../kit/table-data.tsx';
import { Dag } from '../../kit/value.tsx';
import type { PageRequest, PageRoute } from '../../page.ts';
import { toChain } from '../../words/links.ts';
import { namesOf } from '../../words/names.ts';
import { regionsFor } from '../../words/regions.ts';
import { TERMIJN_NAMEN } from '../../words/terms.ts';

const PER_KEER = 500;
const HOOGSTENS = 2_000;

interface Vraag {
  readonly soort?: string;
  readonly stand?: 'verstreken';
  readonly regio?: string;
}
const lees = askedBy<Vraag>(
  takes({
    soort: { enum: TERMIJN_SOORTEN, description: 'een soort termijn' },
    stand: { enum: ['verstreken'], description: 'verstreken' },
    regio: REGIO,
  }),
);

/** `/termijnen`: what runs, the first to end on top, and what is over time and still waited for. */
export const TERMIJNEN: PageRoute = {
  path: '/termijnen',
  action: 'term.list',
  query: ['soort', 'stand', 'regio'],
  show: async (request) => {
    const { asked, fouten } = lees(request.query);
    const goed = Object.keys(fouten).length === 0;
    const vandaag = inAmsterdam(request.now).datum;
    const alle = goed ? await allTerms(request, asked, vandaag) : [];
    const known = await request.api.gateway.agreements.names(request.principal);
    const names = namesOf(known);
    const beeld = tabel<TermijnBeeld>({
      naam: 'termijnen',
      titel: 'Lopende termijnen',
      leeg: 'Er loopt geen termijn.',
      rijen: alle.toSorted((een, ander) => een.uiterlijk.localeCompare(ander.uiterlijk)),
      kolommen: [
        {
          kop: 'Uiterlijk',
          waarde: ({ uiterlijk }) => ({ day: uiterlijk }),
          toon: ({ uiterlijk }) => (
            <>
              <Dag op={uiterlijk} /> <Hoe uiterlijk={uiterlijk} vandaag={vandaag} />
            </>
          ),
        },
        { kop: 'Wat', waarde: ({ soort }) => TERMIJN_NAMEN[soort] },
        { kop: 'Wie', waarde: ({ partij }) => names.party(partij) },
        {
          kop: 'De andere partij',
          waarde: ({ partij, gemeente, aanbieder }) => {
            return names.party(partij === gemeente ? aanbieder : gemeente);
          },
        },
        {
          kop: 'Toewijzing',
          waarde: ({ toewijzingNummer: nummer }) => (nummer === null ? null : String(nummer)),
          toon: ({ gemeente, toewijzingNummer: nummer }) =>
            nummer === null ? '–' : <a href={toChain(gemeente, nummer)}>{String(nummer)}</a>,
        },
        { kop: 'Verzoek', waarde: ({ referentie }) => kenmerkVeldOfNull(referentie) },
        {
          kop: 'Bericht',
          waarde: ({ berichtId }) => berichtId,
          toon: ({ berichtId }) => <a href={`/berichten/${berichtId}`}>het bericht</a>,
        },
        { kop: 'Begonnen', waarde: ({ begin }) => ({ day: begin }) },
      ],
    });
    return {
      kind: 'view',
      status: goed ? 200 : 400,
      title: 'Termijnen',
      intro: 'Wie moet wat doen, en uiterlijk wanneer. Werkdagen volgen de Algemene termijnenwet.',
      tables: [beeld],
      live: ['termijn', 'bericht.beoordeeld', 'besluit'],
      body: (
        <>
          <Foutlijst fouten={Object.values(fouten)} />
          <Filter action="/termijnen">
            <Keuze
              naam="soort"
              label="Soort termijn"
              leeg="Alle soorten"
              waarde={asked.soort}
              opties={TERMIJN_SOORTEN.map((soort) => ({ waarde: soort, tekst: TERMIJN_NAMEN[soort] }))}
            />
            <Keuze
              naam="stand"
              label="Stand"
              leeg="Lopend en verstreken"
              waarde={asked.stand}
              opties={[{ waarde: 'verstreken', tekst: 'Verstreken' }]}
            />
            <RegioKeuze regios={regionsFor(request.principal, known)} waarde={asked.regio} />
          </Filter>
          <Tabel van={beeld} />
        </>
      ),
    };
  },
};

async function allTerms(
  { api, principal }: PageRequest,
  { stand, ...asked }: Vraag,
  vandaag: string,
): Promise<readonly TermijnBeeld[]> {
  const vraag = { limit: PER_KEER, ...asked, ...(stand === undefined ? {} : { voor: vandaag }) };
  let { items, next } = await api.gateway.terms.list(principal, vraag);
  while (next !== null && items.length < HOOGSTENS) {
    const meer = await api.gateway.terms.list(principal, { ...vraag, na: next });
    items = [...items, ...meer.items];
    next = meer.next;
  }
  return items;
}

function Hoe({ uiterlijk, vandaag }: { readonly uiterlijk: string; readonly vandaag: string }) {
  if (uiterlijk < vandaag) return <Merk toon="fout">verstreken</Merk>;
  return uiterlijk <= plusDagen(vandaag, 2) ? <Merk toon="let-op">bijna</Merk> : null;
}
