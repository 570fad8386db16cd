import type { ComponentChildren } from 'preact';
import { refusal } from '../../../access/actions.ts';
import { adresVan } from '../../../api/handlers/toewijzing.ts';
import type { ToewijzingBeeld } from '../../../gateway/dossiers.ts';
import { Formulier, Foutlijst, Knop, Tekstvak } from '../../kit/formulier.tsx';
import type { PageOutcome, PageRequest, PageRoute, Post } from '../../page.ts';
import { namesFor } from '../../words/of-request.ts';
import { centen } from '../werkbak/invoer.ts';
import { Budget } from './budget.tsx';
import { Kern } from './kern.tsx';
import { type Ketting, ketting, Lijn } from './lijn.tsx';
import { MaatwerkForm } from './maatwerk.tsx';

const PATH = '/toewijzingen/:gemeente/:nummer';
/** How long a person waits for the lane (ms). */
const WACHT_MS = 15_000;

/** The chain: its parties see it at once, staff with a reason. */
export const TOEWIJZING: PageRoute = {
  path: PATH,
  action: 'toewijzing.open',
  show: async (request) => (request.principal.kind === 'party' ? open(request, null) : ask(request)),
};

export const TOEWIJZING_OPENEN: Post = {
  path: PATH,
  action: 'toewijzing.open',
  act: async (request) => {
    const reden = request.form.text('reden');
    return reden === '' ? ask(request, 'Vul in waarom u deze toewijzing wilt zien.') : open(request, reden);
  },
};

export const MAATWERK_TOEKENNEN: Post = {
  path: `${PATH}/signaalbudget`,
  action: 'budget.grant',
  act: async (request) => {
    const { api, principal, form } = request;
    const bedrag = centen(form.text('bedrag'));
    const reden = form.text('reden');
    const fouten: Record<string, string> = {};
    if (!(bedrag > 0)) fouten.bedrag = 'Vul een bedrag in euro’s in, zoals 3900 of 3.900,50.';
    if (reden === '') fouten.reden = 'Vul in waarom u dit toekent.';
    if (Object.keys(fouten).length > 0) return open(request, null, { status: 422, fouten });
    const plan = form.text('plan') || null;
    const gevraagd = { bedrag, reden, plan, idempotentie: form.text('eenmaal') || null };
    const uitkomst = await api.gateway.budgets.grant(principal, adresVan(request), gevraagd, WACHT_MS);
    if (uitkomst.kind === 'unknown') return { kind: 'not-found' };
    if (uitkomst.kind === 'refused') return open(request, null, { status: 409, fouten: { bedrag: uitkomst.reden } });
    return { kind: 'to', url: `/toewijzingen/${request.params.gemeente}/${request.params.nummer}` };
  },
};

interface Afloop {
  readonly status?: number;
  readonly fouten?: Readonly<Record<string, string>>;
}

function titel({ params }: PageRequest): string {
  return `Toewijzing ${params.nummer ?? ''}`;
}

function isAddress({ params }: PageRequest): boolean {
  return /^\d{4}$/.test(params.gemeente ?? '') && /^\d{1,9}$/.test(params.nummer ?? '');
}

/** Nothing of the toewijzing, not even whether there is one. */
function ask(request: PageRequest, fout?: string): PageOutcome {
  if (!isAddress(request)) return { kind: 'not-found' };
  const { gemeente, nummer } = request.params;
  return {
    kind: 'view',
    status: fout === undefined ? 200 : 422,
    title: titel(request),
    body: (
      <>
        <Foutlijst fouten={fout === undefined ? [] : [fout]} />
        <Formulier action={`/toewijzingen/${gemeente}/${nummer}`} label="Toewijzing openen">
          <p>Een toewijzing gaat over een kind. Uw reden en uw naam worden vastgelegd voordat u haar ziet.</p>
          <Tekstvak naam="reden" label="Waarom wilt u deze toewijzing zien?" regels={2} fout={fout} />
          <p>
            <Knop>Open de toewijzing</Knop>
          </p>
        </Formulier>
      </>
    ),
  };
}

async function open(request: PageRequest, reden: string | null, afloop: Afloop = {}): Promise<PageOutcome> {
  const { api, principal } = request;
  if (!isAddress(request)) return { kind: 'not-found' };
  const adres = adresVan(request);
  const beeld = await api.gateway.dossiers.openToewijzing(principal, adres, reden);
  if (beeld === undefined) return { kind: 'not-found' };
  const [names, alles, verbruik = []] = await Promise.all([
    namesFor(request),
    ketting(request, beeld),
    api.gateway.overview.budgetCurve(principal, adres),
  ]);
  const { fouten = {}, status = 200 } = afloop;
  const lijn = Lijn({ van: alles, beeld, names });
  const budget = Budget({ beeld, verbruik });
  return {
    kind: 'view',
    status,
    title: titel(request),
    tables: [...lijn.tables, ...budget.tables],
    live: ['bericht.beoordeeld', 'besluit', 'signaal', 'termijn'],
    body: (
      <>
        <Foutlijst fouten={Object.values(fouten)} />
        <Kern beeld={beeld} names={names} />
        {budget.body}
        {lijn.body}
        {maatwerk(request, beeld, alles, fouten)}
      </>
    ),
  };
}

/** For a gemeente, of a toewijzing that has a budget. */
function maatwerk(
  request: PageRequest,
  { huidig }: ToewijzingBeeld,
  _alles: Ketting,
  fouten: Readonly<Record<string, string>>,
): ComponentChildren {
  if (refusal(request.principal, 'budget.grant') !== null || huidig.nummer === null) return null;
  if (huidig.frequentie !== '6' && huidig.budget === null) return null;
  return <MaatwerkForm gemeente={huidig.gemeente} nummer={huidig.nummer} form={request.form} fouten={fouten} />;
}
