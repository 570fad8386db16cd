import type { ComponentChildren, VNode } from 'preact';
import { refusal } from '../../../access/actions.ts';
import { CHANNELS, type ChannelChange, type ChannelView } from '../../../gateway/channels/channels.ts';
import { Formulier, Foutlijst, Keuze, Knop, Veld } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { Merk } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import type { PageOutcome, PageRequest, PageRoute, Post } from '../../page.ts';
import { channelFaultText } from '../../words/channel-faults.ts';
import { CHANNEL_NAMES } from '../../words/channels.ts';
import { toMessages } from '../../words/links.ts';
import type { Names } from '../../words/names.ts';
import { namesFor } from '../../words/of-request.ts';

/** `/kanalen`: by which way parties get their messages, what waits and what fails. */
export const KANALEN: PageRoute = {
  path: '/kanalen',
  action: 'channel.list',
  query: ['regio'],
  show: (request) => show(request, {}),
};

/** Another way for a party. */
export const KANAAL_ZETTEN: Post = {
  path: '/kanalen',
  action: 'channel.set',
  act: async (request) => {
    const { api, principal, form } = request;
    const partij = form.text('partij');
    const kanaal = CHANNELS.find((naam) => naam === form.text('kanaal'));
    if (!/^(\d{4}|\d{8})$/.test(partij)) {
      return show(request, { fouten: ['Vul de code van een gemeente (4 cijfers) of aanbieder (8 cijfers) in.'] });
    }
    if (kanaal === undefined) return show(request, { fouten: ['Kies een kanaal.'] });
    const uitkomst = await api.gateway.channels.change(principal, partij, changeOf(request, kanaal));
    if (uitkomst.kind === 'invalid') return show(request, { fouten: uitkomst.fouten.map(({ melding }) => melding) });
    if (uitkomst.kind === 'user-taken') {
      return show(request, { fouten: ['Een andere partij heeft deze AMQP-gebruiker al. Kies een andere naam.'] });
    }
    if (uitkomst.geheim === null) return { kind: 'to', url: '/kanalen' };
    return show(request, { boven: <Geheim partij={partij} geheim={uitkomst.geheim} /> });
  },
};

/** Only what was filled in is changed: an empty field leaves what is there. */
function changeOf({ form }: PageRequest, kanaal: ChannelView['kanaal']): ChannelChange {
  const velden = ['amqpGebruiker', 'url', 'endpoint'] as const;
  const gevuld = velden.filter((naam) => form.text(naam) !== '').map((naam) => [naam, form.text(naam)]);
  return { kanaal, ...Object.fromEntries(gevuld) };
}

interface Afloop {
  readonly fouten?: readonly string[];
  readonly boven?: ComponentChildren;
}

async function show(request: PageRequest, { fouten = [], boven }: Afloop): Promise<PageOutcome> {
  const { api, principal } = request;
  const { regio } = request.query;
  const kanalen = await api.gateway.channels.overview(principal, regio);
  const names = await namesFor(request);
  const wegen = wegenTabel(kanalen);
  const partijen = partijenTabel(kanalen, names, regio);
  return {
    kind: 'view',
    status: fouten.length === 0 ? 200 : 422,
    title: 'Kanalen',
    intro: 'Langs welke weg partijen hun berichten krijgen. Wie niets heeft ingesteld, haalt ze op langs HTTP.',
    tables: [wegen, partijen],
    live: ['aflevering.aangeboden', 'aflevering.bevestigd', 'aflevering.mislukt', 'signaal'],
    body: (
      <>
        <Foutlijst fouten={fouten} />
        {boven}
        {regio === undefined ? null : (
          <p class="bericht-vak">
            Geteld zijn berichten van {names.region(regio)}. <a href="/kanalen">Naar alle</a>
          </p>
        )}
        <Tabel van={wegen} />
        <h2>Partijen</h2>
        <Tabel van={partijen} />
        {refusal(principal, 'channel.set') === null ? <Zet request={request} /> : null}
      </>
    ),
  };
}

const STAAT = { uit: 'rustig', goed: 'goed', storing: 'fout' } as const;

function wegenTabel(kanalen: readonly ChannelView[]): TabelBeeld {
  return tabel<ChannelView>({
    naam: 'kanalen',
    titel: 'Kanalen',
    leeg: 'Er zijn geen kanalen.',
    rijen: kanalen,
    kolommen: [
      { kop: 'Kanaal', waarde: ({ kanaal }) => CHANNEL_NAMES[kanaal] },
      { kop: 'Staat', waarde: ({ staat }) => staat, toon: ({ staat }) => <Merk toon={STAAT[staat]}>{staat}</Merk> },
      { kop: 'Sinds', waarde: ({ sinds }) => ({ moment: sinds?.toISOString() ?? null }) },
      { kop: 'Laatste fout', waarde: ({ laatsteFout }) => channelFaultText(laatsteFout) },
      { kop: 'Partijen', waarde: ({ partijen }) => partijen.length },
      { kop: 'Wacht', waarde: ({ partijen }) => partijen.reduce((som, { wacht }) => som + wacht, 0) },
    ],
  });
}

type Rij = ChannelView['partijen'][number];

function partijenTabel(kanalen: readonly ChannelView[], names: Names, regio: string | undefined): TabelBeeld {
  const rijen = [...new Map(kanalen.flatMap(({ partijen }) => partijen).map((rij) => [rij.partij, rij])).values()];
  return tabel<Rij>({
    naam: 'partijen',
    titel: 'Partijen en wat er op hen wacht',
    leeg: 'Er zijn nog geen partijen met berichten.',
    rijen: rijen.toSorted((een, ander) => ander.wacht - een.wacht),
    kolommen: [
      {
        kop: 'Partij',
        waarde: ({ partij }) => names.party(partij),
        toon: ({ partij, wacht }) => (
          <a href={toMessages({ partij, regio, aflevering: wacht > 0 ? 'onbevestigd' : null })}>
            {names.party(partij)}
          </a>
        ),
      },
      { kop: 'Kanaal', waarde: ({ kanaal }) => CHANNEL_NAMES[kanaal] },
      { kop: 'Wacht', waarde: ({ wacht }) => wacht },
      { kop: 'Oudste', waarde: ({ oudste }) => ({ moment: oudste?.toISOString() ?? null }) },
      { kop: 'Laatste succes', waarde: ({ laatsteSucces }) => ({ moment: laatsteSucces?.toISOString() ?? null }) },
      {
        kop: 'Storing sinds',
        waarde: ({ storingSinds }) => ({ moment: storingSinds?.toISOString() ?? null }),
      },
      { kop: 'Laatste fout', waarde: ({ laatsteFout }) => channelFaultText(laatsteFout) },
    ],
  });
}

function Zet({ request: { form } }: { readonly request: PageRequest }): VNode {
  return (
    <Sectie kop="Kanaal van een partij" id="zet">
      <Formulier action="/kanalen" label="Kanaal van een partij">
        <Veld naam="partij" label="Partij (code)" cijfers waarde={form.text('partij')} />
        <Keuze
          naam="kanaal"
          label="Kanaal"
          leeg="Kies een kanaal"
          waarde={form.text('kanaal')}
          opties={CHANNELS.map((naam) => ({ waarde: naam, tekst: CHANNEL_NAMES[naam] }))}
        />
        <details>
          <summary>Instellingen van het kanaal</summary>
          <p class="uitleg">Wat u leeg laat, blijft zoals het is. Geheimen en certificaten zet u langs de API.</p>
          <Veld naam="amqpGebruiker" label="AMQP-gebruiker" waarde={form.text('amqpGebruiker')} />
          <Veld naam="url" label="Adres van de webhook" breed waarde={form.text('url')} />
          <Veld naam="endpoint" label="Adres voor StUF" breed waarde={form.text('endpoint')} />
        </details>
        <p>
          <Knop>Bewaar</Knop>
        </p>
      </Formulier>
    </Sectie>
  );
}

function Geheim({ partij, geheim }: { readonly partij: string; readonly geheim: string }): VNode {
  return (
    <div class="bericht-vak goed" role="status">
      <p>Het geheim van de webhook van {partij}. U ziet het alleen nu; geef het langs een veilige weg door:</p>
      <p>
        <code>{geheim}</code>
      </p>
    </div>
  );
}
