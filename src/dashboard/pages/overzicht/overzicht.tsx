import type { VNode } from 'preact';
import { parameterToets } from '../../../api/checks/parameters.ts';
import { takes } from '../../../api/schemas/json-schema.ts';
import { REGIO } from '../../../api/schemas/parameters.ts';
import { Keuze, Knop } from '../../kit/formulier.tsx';
import type { PageRequest, PageRoute, View } from '../../page.ts';
import { namesOf } from '../../words/names.ts';
import { regionsFor } from '../../words/regions.ts';
import { Aandachtspunten } from './aandacht.tsx';
import { Binnengekomen } from './binnen.tsx';
import { Oorzaken } from './oorzaken.tsx';
import { PERIODS, type Period, periodOf } from './period.ts';

const PERIODE = {
  enum: PERIODS.map(({ waarde }) => waarde),
  description: PERIODS.map(({ waarde }) => waarde).join(', '),
} as const;
/** The period that one begins with. */
const BEGIN = 'gisteren';
const toets = parameterToets(takes({ periode: PERIODE, regio: REGIO }));

/** `/`: what came in, and what asks for attention. */
export const OVERZICHT: PageRoute = {
  path: '/',
  action: 'page.view',
  query: ['periode', 'regio'],
  show: async (request): Promise<View> => {
    const gelezen = toets(request.query);
    const { regio, periode } = gelezen.kind === 'ok' ? (gelezen.waarden as Asked) : {};
    const period = periodOf(periode ?? BEGIN, request.now);
    const { gateway } = request.api;
    const vraag = regio === undefined ? {} : { regio };
    const causesOf = ({ span: { van, tot } }: Period) => gateway.causes.list(request.principal, { van, tot, ...vraag });
    // What is open asks for attention whenever it came: one of last week is no smaller for being older than one of today.
    const lang = periodOf('maand', request.now);
    const [known, arrivals, attention, queues, causes, kanalen, recent] = await Promise.all([
      gateway.agreements.names(request.principal),
      gateway.overview.arrivals(request.principal, { ...period.span, ...vraag }),
      gateway.overview.attention(request.principal, regio),
      queueLook(request),
      causesOf(period),
      channelLook(request, regio),
      period.waarde === lang.waarde ? null : causesOf(lang),
    ]);
    const names = namesOf(known);
    const binnen = Binnengekomen({ arrivals, period, regio });
    return {
      kind: 'view',
      status: gelezen.kind === 'ok' ? 200 : 400,
      title: 'Overzicht',
      tables: binnen.tables,
      live: [
        'bericht.ontvangen',
        'bericht.beoordeeld',
        'bericht.vastgelopen',
        'aflevering.mislukt',
        'besluit',
        'signaal',
        'termijn',
      ],
      body: (
        <>
          <Kiezer period={period} regio={regio} regios={regionsFor(request.principal, known)} />
          <Aandachtspunten
            {...{ attention, queues, names, regio, kanalen }}
            oorzaken={(recent ?? causes).filter(({ stand }) => stand === 'open')}
            period={lang}
            now={request.now}
            principal={request.principal}
          />
          {binnen.body}
          <Oorzaken causes={causes} names={names} period={period} regio={regio} />
        </>
      ),
    };
  },
};

interface Asked {
  readonly periode?: string;
  readonly regio?: string;
}

/** Null for who may not see ways out. */
async function channelLook({ api, principal }: PageRequest, regio: string | undefined) {
  return principal.kind === 'staff' ? api.gateway.channels.overview(principal, regio) : null;
}

/** Null for who may not see queues, and while Redis is away. */
async function queueLook({ api, principal }: PageRequest) {
  if (principal.kind !== 'staff') return null;
  return api.gateway.queues.look(principal).catch(() => null);
}

function Kiezer(props: {
  readonly period: Period;
  readonly regio: string | undefined;
  readonly regios: readonly { readonly code: string; readonly naam: string }[];
}): VNode {
  const { period, regio, regios } = props;
  return (
    <form method="get" action="/" class="filter" aria-label="Periode en regio">
      <Keuze naam="periode" label="Periode" waarde={period.waarde} opties={PERIODS} />
      {regios.length < 2 ? null : (
        <Keuze
          naam="regio"
          label="Regio"
          waarde={regio}
          leeg="Alle regio’s"
          opties={regios.map(({ code, naam }) => ({ waarde: code, tekst: naam }))}
        />
      )}
      <Knop rustig>Toon</Knop>
    </form>
  );
}
