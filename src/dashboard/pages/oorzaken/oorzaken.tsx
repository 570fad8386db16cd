import { refusal } from '../../../access/actions.ts';
import { periodeVan } from '../../../api/periode.ts';
import { takes } from '../../../api/schemas/json-schema.ts';
import { GET_OORZAKEN } from '../../../api/schemas/refused/oorzaken.ts';
import type { AgreementNames } from '../../../gateway/agreements.ts';
import { OORZAAK_STANDEN, type OorzaakBeeld, type OorzaakStand } from '../../../gateway/refused/causes.ts';
import { inAmsterdam } from '../../../standard/datum.ts';
import { askedBy, Filter, PartijKeuze } from '../../kit/filter.tsx';
import { Foutlijst, Keuze, Veld } from '../../kit/formulier.tsx';
import { Merk } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { tabel } from '../../kit/table-data.tsx';
import { Trend } from '../../kit/trend.tsx';
import { inTurn } from '../../kit/turn.ts';
import { Dag } from '../../kit/value.tsx';
import type { PageRequest, PageRoute } from '../../page.ts';
import { causeMeans } from '../../words/causes.ts';
import { toMessages } from '../../words/links.ts';
import { MESSAGE_NAMES } from '../../words/messages.ts';
import { namesOf } from '../../words/names.ts';
import { gemeentenFor, regionsFor, seesSome } from '../../words/regions.ts';
import { Groep } from './groep.tsx';
import { naarTekst } from './naar-tekst.ts';
import { STAND_TOON } from './stand.ts';

interface Vraag {
  readonly van?: string;
  readonly tot?: string;
  readonly regio?: string;
  readonly partij?: string;
}
const STAND = { enum: OORZAAK_STANDEN, description: OORZAAK_STANDEN.join(', ') } as const;
/** As the call of the API asks, and on the page alone by what is done about them. */
const KENT = takes({ ...GET_OORZAKEN.query.properties, stand: STAND });
const lees = askedBy<Vraag & { readonly stand?: OorzaakStand }>(KENT);

/** `/oorzaken`: three thousand refused lines may be one cause. */
export const OORZAKEN: PageRoute = {
  path: '/oorzaken',
  action: 'cause.list',
  query: Object.keys(KENT.properties),
  show: async (request) => {
    const { api, principal } = request;
    const { asked, fouten } = lees(request.query);
    const goed = Object.keys(fouten).length === 0;
    const { van: _van, tot: _tot, stand, ...rest } = asked;
    const alle = await inTurn(request, 'rapport', async () =>
      goed ? await api.gateway.causes.list(principal, { ...rest, ...periodeVan(asked) }) : [],
    );
    if (alle === null) return { kind: 'busy' };
    const oorzaken = stand === undefined ? alle : alle.filter((een) => een.stand === stand);
    const known = await api.gateway.agreements.names(principal);
    const names = namesOf(known);
    const deels = seesSome(principal, known);
    const mag = refusal(principal, 'cause.set') === null;
    // Who sent it itself has no letter to write.
    const eigen = (partij: string) => principal.kind === 'party' && principal.parties.includes(partij);
    const beeld = tabel<OorzaakBeeld>({
      naam: 'oorzaken',
      titel: 'Oorzaken, de vaakst gevonden eerst',
      leeg: 'Er is niets afgekeurd of geweigerd in deze periode.',
      rijen: oorzaken,
      kolommen: [
        { kop: 'Afzender', waarde: ({ partij }) => names.party(partij) },
        {
          kop: 'Soort',
          waarde: ({ type }) => type,
          toon: ({ type }) => (type === null ? 'onleesbaar' : <abbr title={MESSAGE_NAMES[type]}>{type}</abbr>),
        },
        {
          kop: 'Regelcode',
          waarde: ({ regel }) => regel,
          toon: ({ partij, type, regel }) => <a href={toMessages({ ...asked, partij, type, regel })}>{regel}</a>,
        },
        {
          kop: 'Retourcode',
          waarde: ({ retourcode }) => retourcode,
          toon: ({ regel, retourcode }) => (
            <>
              {retourcode} <small class="uitleg">{causeMeans(regel, retourcode)}</small>
            </>
          ),
        },
        { kop: 'Keer gevonden', waarde: ({ regels }) => regels },
        { kop: 'Berichten', waarde: ({ berichten }) => berichten },
        { kop: 'Cliënten', waarde: ({ clienten }) => clienten },
        {
          kop: 'Verloop',
          waarde: ({ trend }) => trend.join(' '),
          toon: ({ trend, regel, eerste, laatste }) => (
            <>
              <Trend van={trend} wat={`Verloop van ${regel} in twaalf delen van de periode`} />{' '}
              <small class="uitleg">
                van <Dag op={inAmsterdam(new Date(eerste)).datum} /> tot{' '}
                <Dag op={inAmsterdam(new Date(laatste)).datum} />
              </small>
            </>
          ),
        },
        {
          kop: 'Voorbeeld',
          waarde: ({ voorbeeld }) => voorbeeld,
          toon: ({ voorbeeld, regel, partij, type }) => (
            <>
              <a href={`/berichten/${voorbeeld}#bevindingen`}>
                lees het <span class="alleen-gehoord">voorbeeld van {regel}</span>
              </a>
              {eigen(partij) ? null : (
                <>
                  {' · '}
                  <a href={naarTekst({ partij, type, regel })}>
                    tekst voor de afzender <span class="alleen-gehoord">over {regel}</span>
                  </a>
                </>
              )}
            </>
          ),
        },
        {
          kop: 'Stand',
          waarde: ({ stand }) => stand,
          toon: (groep) => (
            <>
              <Merk toon={STAND_TOON[groep.stand]}>{groep.stand}</Merk> {groep.notitie ?? ''}
              {mag ? <Groep groep={groep} deels={deels} /> : null}
            </>
          ),
        },
        // On the page they stand beside the shape of it.
        { kop: 'Eerste', waarde: ({ eerste }) => ({ moment: eerste }), alleenBestand: true },
        { kop: 'Laatste', waarde: ({ laatste }) => ({ moment: laatste }), alleenBestand: true },
      ],
    });
    return {
      kind: 'view',
      status: goed ? 200 : 400,
      title: 'Oorzaken',
      intro: 'Wat is afgekeurd of geweigerd, samengenomen per afzender, soort bericht en regelcode.',
      tables: [beeld],
      live: ['bericht.beoordeeld'],
      body: (
        <>
          <Foutlijst fouten={Object.values(fouten)} />
          <Filter action="/oorzaken">
            <Veld naam="van" label="Ontvangen vanaf" soort="date" waarde={asked.van} fout={fouten.van} />
            <Veld naam="tot" label="Ontvangen tot en met" soort="date" waarde={asked.tot} fout={fouten.tot} />
            {principal.kind === 'staff' ? (
              <Keuze
                naam="regio"
                label="Regio"
                leeg="Alle regio’s"
                waarde={asked.regio}
                opties={regionsFor(principal, known).map(({ code, naam }) => ({ waarde: code, tekst: naam }))}
              />
            ) : null}
            <Keuze
              naam="stand"
              label="Stand"
              leeg="Alle standen"
              waarde={stand}
              opties={OORZAAK_STANDEN.map((een) => ({ waarde: een, tekst: een }))}
            />
            <PartijKeuze
              naam="partij"
              label="Afzender"
              opties={principal.kind === 'staff' ? afzendersFor(principal, known) : []}
              waarde={asked.partij}
            />
          </Filter>
          <Tabel van={beeld} />
        </>
      ),
    };
  },
};

/** Who may send to or from where one looks, by name. */
function afzendersFor(principal: PageRequest['principal'], known: AgreementNames) {
  return [...gemeentenFor(principal, known), ...known.aanbieders.map(({ agb, naam }) => ({ code: agb, naam }))];
}
