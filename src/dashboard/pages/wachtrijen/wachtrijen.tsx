import type { VNode } from 'preact';
import { refusal } from '../../../access/actions.ts';
import type { QueueRow } from '../../../gateway/queues.ts';
import { BOARD_PATH } from '../../board/path.ts';
import { Formulier, Foutlijst, Knop } from '../../kit/formulier.tsx';
import { Merk } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { tabel } from '../../kit/table-data.tsx';
import type { PageOutcome, PageRequest, PageRoute, Post } from '../../page.ts';
import { toMessages } from '../../words/links.ts';
import { namesFor } from '../../words/of-request.ts';

/** `/wachtrijen`: per region who serves it and what waits. */
export const WACHTRIJEN: PageRoute = { path: '/wachtrijen', action: 'queue.view', show: (request) => show(request) };

export const WACHTRIJ_ZETTEN: Post = {
  path: '/wachtrijen',
  action: 'queue.change',
  act: async (request) => {
    const { api, principal, form } = request;
    const doen = form.text('doen');
    if (doen !== 'pauzeer' && doen !== 'hervat') return show(request, 'Kies pauzeren of hervatten.');
    const gezet = await api.gateway.queues.setPaused(principal, form.text('regio'), doen === 'pauzeer');
    return gezet ? { kind: 'to', url: '/wachtrijen' } : { kind: 'not-found' };
  },
};

async function show(request: PageRequest, fout?: string): Promise<PageOutcome> {
  const { api, principal } = request;
  const rijen = await api.gateway.queues.rows(principal).catch(() => null);
  const names = await namesFor(request);
  const mag = refusal(principal, 'queue.change') === null;
  if (rijen === null) {
    return {
      kind: 'view',
      title: 'Wachtrijen',
      body: (
        <p class="bericht-vak fout">
          Redis antwoordt niet. Berichten worden bewaard en beoordeeld zodra Redis er weer is.
        </p>
      ),
    };
  }
  const beeld = tabel<QueueRow>({
    naam: 'wachtrijen',
    titel: 'Wachtrijen',
    leeg: 'Er zijn geen regio’s.',
    rijen,
    kolommen: [
      { kop: 'Regio', waarde: ({ regio }) => (regio === null ? 'zonder regio' : names.region(regio)) },
      {
        kop: 'Stand',
        waarde: ({ gepauzeerd }) => (gepauzeerd ? 'gepauzeerd' : 'loopt'),
        toon: ({ gepauzeerd }) => (gepauzeerd ? <Merk toon="let-op">gepauzeerd</Merk> : <Merk toon="goed">loopt</Merk>),
      },
      {
        kop: 'Werkende processen',
        waarde: ({ werkers }) => werkers,
        toon: ({ werkers }) => (werkers === 0 ? <Merk toon="fout">geen</Merk> : String(werkers ?? '–')),
      },
      {
        kop: 'Berichten die wachten',
        waarde: ({ wachtend }) => wachtend,
        toon: ({ wachtend, regio }) => <a href={toMessages({ status: 'ontvangen', regio })}>{String(wachtend)}</a>,
      },
      { kop: 'Seintjes om te beginnen (Redis)', waarde: ({ rinkels }) => rinkels },
      ...(mag ? [{ kop: 'Doen', waarde: () => '', toon: (rij: QueueRow) => <Zet {...rij} /> }] : []),
    ],
  });
  return {
    kind: 'view',
    status: fout === undefined ? 200 : 422,
    title: 'Wachtrijen',
    intro:
      'Elke regio heeft een wachtrij. Wie haar pauzeert, laat berichten aannemen maar niet beoordelen; bij het hervatten gaat alles in volgorde verder.',
    tables: [beeld],
    live: ['bericht.ontvangen', 'bericht.beoordeeld', 'signaal'],
    body: (
      <>
        <Foutlijst fouten={fout === undefined ? [] : [fout]} />
        <Tabel van={beeld} />
        {principal.role === 'beheerder' ? <Bord /> : null}
      </>
    ),
  };
}

function Zet({ regio, gepauzeerd, naam }: QueueRow): VNode {
  const waar = regio ?? 'zonder regio';
  return (
    <Formulier action="/wachtrijen" class="kort">
      <input type="hidden" name="regio" value={naam} />
      <input type="hidden" name="doen" value={gepauzeerd ? 'hervat' : 'pauzeer'} />
      <Knop rustig label={`${gepauzeerd ? 'Hervat' : 'Pauzeer'} ${waar}`}>
        {gepauzeerd ? 'Hervat' : 'Pauzeer'}
      </Knop>
    </Formulier>
  );
}

function Bord(): VNode {
  return (
    <p>
      <a href={BOARD_PATH}>Technisch bord (bull-board)</a>
      <span class="uitleg">
        {' '}
        Toont de rinkels in Redis, niet de berichten: een rinkel is er even en is weg zodra de baan is bekeken, dus “0
        jobs” is goed nieuws.
      </span>
    </p>
  );
}
