import type { VNode } from 'preact';
import { parameterToets } from '../../../api/checks/parameters.ts';
import type { BerichtVraag } from '../../../api/periode.ts';
import { GET_BERICHTEN } from '../../../api/schemas/berichten.ts';
import { STATUSSEN } from '../../../api/schemas/names.ts';
import { BERICHT_TYPES } from '../../../standard/message-types.ts';
import { Keuze, Knop, type Optie, Veld } from '../../kit/formulier.tsx';
import type { PageRequest } from '../../page.ts';
import type { NamedParty } from '../../words/find-party.ts';
import { messageName } from '../../words/messages.ts';

const { limit: _limit, ...FILTER } = GET_BERICHTEN.query.properties;
const toets = parameterToets({ ...GET_BERICHTEN.query, properties: FILTER });

/** The filters of the list are those of the API, by name. */
export const FILTER_NAMES: readonly string[] = Object.keys(FILTER);

/** As the schema of the API reads them. */
export type Asked = BerichtVraag & { readonly na?: string };

export interface ReadFilter {
  readonly asked: Asked;
  /** By name, a sentence; empty when all of it can be asked. */
  readonly fouten: Readonly<Record<string, string>>;
}

export function readFilter({ query }: PageRequest): ReadFilter {
  const gelezen = toets(query);
  if (gelezen.kind === 'ok') return { asked: gelezen.waarden as Asked, fouten: {} };
  const { fouten } = gelezen.antwoord.body as { readonly fouten: readonly { parameter: string; melding: string }[] };
  return {
    asked: query as Asked,
    fouten: Object.fromEntries(fouten.map(({ parameter, melding }) => [parameter, melding])),
  };
}

interface Beschreven {
  readonly label: string;
  readonly soort?: 'text' | 'date';
  readonly opties?: readonly Optie[];
  readonly leeg?: string;
}

/** What each filter is called; one that is not here yet is shown under its own name. */
const VELDEN: Readonly<Record<string, Beschreven>> = {
  type: {
    label: 'Soort bericht',
    leeg: 'Alle soorten',
    opties: BERICHT_TYPES.map((type) => ({ waarde: type, tekst: messageName(type) })),
  },
  richting: {
    label: 'Van wie',
    leeg: 'Van partijen en van de gateway',
    opties: [
      { waarde: 'in', tekst: 'Aangeboden door een partij' },
      { waarde: 'uit', tekst: 'Samengesteld door de gateway' },
    ],
  },
  status: { label: 'Status', leeg: 'Alle statussen', opties: STATUSSEN.map((s) => ({ waarde: s, tekst: s })) },
  aflevering: {
    label: 'Aflevering',
    leeg: 'Alle afleveringen',
    opties: [
      { waarde: 'onbevestigd', tekst: 'Nog niet bevestigd' },
      { waarde: 'mislukt', tekst: 'Mislukt' },
    ],
  },
  partij: { label: 'Partij (naam of code)' },
  regio: { label: 'Regio' },
  van: { label: 'Ontvangen vanaf', soort: 'date' },
  tot: { label: 'Ontvangen tot en met', soort: 'date' },
  identificatie: { label: 'Identificatie' },
  declaratie: { label: 'Declaratienummer' },
  toewijzing: { label: 'Toewijzingnummer' },
  referentie: { label: 'Referentie aanbieder' },
  regel: { label: 'Regelcode' },
  retourcode: { label: 'Retourcode' },
};

/** The ones that most people need are open; the others too as soon as one of them is used. */
const VOORAAN = ['type', 'status', 'partij', 'identificatie', 'van', 'tot'];

export function BerichtenFilter(props: {
  readonly asked: Asked;
  readonly fouten: Readonly<Record<string, string>>;
  readonly regios: readonly Optie[];
  readonly partijen: readonly NamedParty[];
}): VNode {
  const { asked, fouten, regios } = props;
  const partijen = props.partijen.map(({ code, naam }) => ({ waarde: code, tekst: `${naam} (${code})` }));
  const waarden = Object.fromEntries(Object.entries(asked).map(([naam, waarde]) => [naam, String(waarde)]));
  const namen = FILTER_NAMES.filter((naam) => naam !== 'na' && !(naam === 'regio' && regios.length === 0));
  const eerste = VOORAAN.filter((naam) => namen.includes(naam));
  const rest = namen.filter((naam) => !VOORAAN.includes(naam));
  const veld = (naam: string) => (
    <Filterveld naam={naam} waarde={waarden[naam]} fout={fouten[naam]} {...{ regios, partijen }} />
  );
  return (
    <form method="get" action="/berichten" class="filter" aria-label="Filter">
      {eerste.map(veld)}
      {rest.length === 0 ? null : (
        <details class="meer" open={rest.some((naam) => waarden[naam] !== undefined)}>
          <summary>Meer filters</summary>
          <div class="filter">{rest.map(veld)}</div>
        </details>
      )}
      <p class="knoppen">
        <Knop>Zoek</Knop>
        {namen.some((naam) => waarden[naam] !== undefined) ? <a href="/berichten">Wis het filter</a> : null}
      </p>
    </form>
  );
}

function Filterveld(props: {
  readonly naam: string;
  readonly waarde: string | undefined;
  readonly fout: string | undefined;
  readonly regios: readonly Optie[];
  readonly partijen: readonly Optie[];
}): VNode {
  const { naam, regios, partijen } = props;
  const { label, soort = 'text', leeg = 'Alle', opties } = VELDEN[naam] ?? { label: naam };
  const keuzes = naam === 'regio' ? regios : opties;
  return keuzes === undefined ? (
    <Veld {...props} label={label} soort={soort} {...(naam === 'partij' ? { lijst: partijen } : {})} />
  ) : (
    <Keuze {...props} label={label} opties={keuzes} leeg={leeg} />
  );
}
