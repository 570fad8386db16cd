import type { ComponentChildren, VNode } from 'preact';
import { refusal } from '../../../access/actions.ts';
import type { Subscription } from '../../../gateway/people/subscriptions.ts';
import { Formulier, Foutlijst, Knop } from '../../kit/formulier.tsx';
import { Merk } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { tabel } from '../../kit/table-data.tsx';
import { Moment } from '../../kit/value.tsx';
import type { PageOutcome, PageRequest, PageRoute, Post } from '../../page.ts';
import { namesFor } from '../../words/of-request.ts';
import { leesNieuw, NieuwAbonnement, RITME_NAMEN, SOORT_NAMEN, WEG_NAMEN } from './nieuw.tsx';

/** `/abonnementen`: who hears of signals by mail or webhook. */
export const ABONNEMENTEN: PageRoute = {
  path: '/abonnementen',
  action: 'subscription.list',
  show: (request) => show(request, {}),
};

export const ABONNEMENT_MAKEN: Post = {
  path: '/abonnementen',
  action: 'subscription.make',
  act: async (request) => {
    const { api, principal, form } = request;
    const gelezen = leesNieuw(form);
    if (gelezen.kind === 'fout') return show(request, { status: 422, fouten: gelezen.fouten });
    const uitkomst = await api.gateway.subscriptions.make(principal, gelezen.asked);
    if (uitkomst.kind === 'invalid')
      return show(request, { status: 422, fouten: { adres: uitkomst.fouten.map(({ melding }) => melding).join(' ') } });
    if (uitkomst.kind === 'no-mail')
      return show(request, {
        status: 409,
        fouten: {
          weg: 'Deze gateway stuurt geen mail: SMTP_URL is niet gezet. Neem een webhook, of vraag het de beheerder.',
        },
      });
    if (uitkomst.kind === 'too-many')
      return show(request, {
        status: 409,
        fouten: { adres: `U hebt al ${uitkomst.most} abonnementen. Beëindig er eerst een.` },
      });
    if (uitkomst.geheim === null) return { kind: 'to', url: '/abonnementen' };
    return show(request, { boven: <Geheim geheim={uitkomst.geheim} /> });
  },
};

/** Tries one, or ends it. */
export const ABONNEMENT_WIJZIGEN: Post = {
  path: '/abonnementen/:id',
  action: 'subscription.end',
  act: async (request) => {
    const { api, principal, params, form } = request;
    const id = params.id ?? '';
    const { subscriptions } = api.gateway;
    const gedaan =
      form.text('doen') === 'proef' ? await subscriptions.trial(principal, id) : await subscriptions.end(principal, id);
    return gedaan ? { kind: 'to', url: '/abonnementen' } : { kind: 'not-found' };
  },
};

interface Afloop {
  readonly status?: number;
  readonly fouten?: Readonly<Record<string, string>>;
  readonly boven?: ComponentChildren;
}

async function show(request: PageRequest, { status = 200, fouten = {}, boven }: Afloop): Promise<PageOutcome> {
  const { api, principal, form } = request;
  const alle = await api.gateway.subscriptions.list(principal);
  const names = await namesFor(request);
  const mag = refusal(principal, 'subscription.make') === null;
  const beeld = tabel<Subscription>({
    naam: 'abonnementen',
    titel: 'Abonnementen',
    leeg: 'Er zijn nog geen abonnementen.',
    rijen: alle,
    kolommen: [
      { kop: 'Weg', waarde: ({ weg }) => WEG_NAMEN[weg] },
      { kop: 'Adres', waarde: ({ adres }) => adres },
      {
        kop: 'Voor',
        waarde: ({ rol, partijen, regios }) =>
          partijen?.map((code) => names.party(code)).join(', ') ?? regios?.join(', ') ?? rol,
      },
      { kop: 'Waarvan', waarde: ({ soorten }) => soorten.map((soort) => SOORT_NAMEN[soort]).join('; ') },
      { kop: 'Hoe vaak', waarde: ({ ritme }) => RITME_NAMEN[ritme] },
      { kop: 'Stand', waarde: stand, toon: (een) => <Stand van={een} /> },
      { kop: 'Laatst gestuurd', waarde: ({ verteldOp }) => ({ moment: verteldOp?.toISOString() ?? null }) },
      ...(mag ? [{ kop: 'Doen', waarde: () => '', toon: (een: Subscription) => <Doen van={een} /> }] : []),
    ],
  });
  return {
    kind: 'view',
    status,
    title: 'Abonnementen',
    intro:
      'Signalen per mail of webhook. Er staat niets van een kind in: aantallen, codes en een link naar de pagina die meer toont.',
    tables: [beeld],
    body: (
      <>
        <Foutlijst fouten={Object.values(fouten)} />
        {boven}
        <Tabel van={beeld} />
        {mag ? <NieuwAbonnement form={form} fouten={fouten} /> : null}
      </>
    ),
  };
}

function stand({ fout, proefOp, partijen }: Subscription): string {
  if (fout === 'sleutel-beeindigd') {
    return partijen === null
      ? 'gestopt: de sleutel waarmee het is genomen geldt niet meer; neem het opnieuw met een andere'
      : 'gestopt: de sleutel waarmee het is genomen geldt niet meer, en deze partij heeft geen andere; met een nieuwe gaat het binnen een kwartier verder';
  }
  if (fout !== null) return `komt niet aan (${fout})`;
  return proefOp === null ? 'in orde' : 'proef is onderweg';
}

function Stand({ van }: { readonly van: Subscription }): VNode {
  const { fout, foutSinds, proefOp } = van;
  return (
    <>
      <Merk toon={fout !== null ? 'fout' : proefOp === null ? 'goed' : 'let-op'}>{stand(van)}</Merk>
      {foutSinds === null ? null : (
        <>
          {' '}
          sinds <Moment op={foutSinds.toISOString()} />
        </>
      )}
    </>
  );
}

function Doen({ van: { id, adres } }: { readonly van: Subscription }): VNode {
  return (
    <Formulier action={`/abonnementen/${id}`} class="kort" label={`Abonnement naar ${adres}`}>
      <Knop naam="doen" waarde="proef" rustig label={`Stuur een proef naar ${adres}`}>
        Stuur een proef
      </Knop>
      <Knop naam="doen" waarde="beeindig" rustig label={`Beëindig het abonnement naar ${adres}`}>
        Beëindig
      </Knop>
    </Formulier>
  );
}

function Geheim({ geheim }: { readonly geheim: string }): VNode {
  return (
    <div class="bericht-vak goed" role="status">
      <p>Het abonnement is gemaakt. Met dit geheim is de handtekening te controleren; u ziet het alleen nu:</p>
      <p>
        <code>{geheim}</code>
      </p>
    </div>
  );
}
