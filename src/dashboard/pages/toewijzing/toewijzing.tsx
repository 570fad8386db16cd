import type { ComponentChildren } from 'preact';
import { refusal } from '../../../access/actions.ts';
import { adresVan } from '../../../api/handlers/toewijzing.ts';
import type { ToewijzingBeeld } from '../../../gateway/dossiers.ts';
import { Formulier, Foutlijst, Knop, Tekstvak } from '../../kit/formulier.tsx';
import { Gelukt } from '../../kit/gelukt.tsx';
import { Feiten } from '../../kit/lijst.tsx';
import { euros } from '../../kit/value.tsx';
import type { PageOutcome, PageRequest, PageRoute, Post } from '../../page.ts';
import { omvangText } from '../../words/care.ts';
import { namesFor } from '../../words/of-request.ts';
import { genomen } from '../werkbak/genomen.tsx';
import { kindFeiten } from '../werkbak/verzoek.tsx';
import { Budget } from './budget.tsx';
import { Kern } from './kern.tsx';
import { ketting, Lijn } from './lijn.tsx';
import { MaatwerkForm } from './maatwerk.tsx';
import { Toegekend } from './toegekend.tsx';

export const PATH = '/toewijzingen/:gemeente/:nummer';

/** The chain: its parties see it at once, staff with a reason. */
export const TOEWIJZING: PageRoute = {
  path: PATH,
  action: 'toewijzing.open',
  query: ['gedaan'],
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

export interface Afloop {
  readonly status?: number;
  readonly fouten?: Readonly<Record<string, string>>;
  /** What a grant would do, with the form that grants it: at the head of the page, in place of the form to fill in. */
  readonly proef?: ComponentChildren;
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

export async function open(request: PageRequest, reden: string | null, afloop: Afloop = {}): Promise<PageOutcome> {
  const { api, principal } = request;
  if (!isAddress(request)) return { kind: 'not-found' };
  const adres = adresVan(request);
  const beeld = await api.gateway.dossiers.openToewijzing(principal, adres, reden);
  if (beeld === undefined) return { kind: 'not-found' };
  const [kind, names, alles, verbruik = [], maatwerken] = await Promise.all([
    api.gateway.dossiers.source(principal, adres),
    namesFor(request),
    ketting(request, beeld),
    api.gateway.overview.budgetCurve(principal, adres),
    api.gateway.stories.grants(principal, beeld),
  ]);
  const { fouten = {}, status = 200, proef = null } = afloop;
  const besloten = await api.gateway.stories.decisions(principal, beeld, alles.berichten);
  const besluiten = genomen(
    besloten.map((een) => ({ ...een, toegewezen: een.besluit === 'toewijzen' ? [beeld] : [] })),
    names,
  );
  const lijn = Lijn({ van: alles, beeld, besluiten, names });
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
        {gedaan(request, beeld)}
        {proef}
        {kind === null ? null : <Feiten van={kindFeiten(kind)} />}
        <Kern beeld={beeld} names={names} />
        {budget.body}
        <Toegekend van={maatwerken} besluiten={besloten} beeld={beeld} names={names} />
        {lijn.body}
        {proef === null ? maatwerk(request, beeld, fouten) : null}
      </>
    ),
  };
}

/** After maatwerk was granted: what it came to. */
function gedaan({ query }: PageRequest, { huidig }: ToewijzingBeeld): ComponentChildren {
  if (query.gedaan !== 'maatwerk' || huidig.signaalbudget === null) return null;
  return (
    <Gelukt>
      <p>
        Toegekend: het signaalbudget is nu {euros(huidig.signaalbudget.bedrag)}, de omvang {omvangText(huidig)}.{' '}
        <a href={`/berichten/${huidig.berichtId}`}>De JW301 die daarvoor uitging</a>.
      </p>
    </Gelukt>
  );
}

/** For a gemeente, of a toewijzing that has a budget. */
function maatwerk(
  request: PageRequest,
  { huidig }: ToewijzingBeeld,
  fouten: Readonly<Record<string, string>>,
): ComponentChildren {
  if (refusal(request.principal, 'budget.grant') !== null || huidig.nummer === null) return null;
  if (huidig.frequentie !== '6' && huidig.budget === null) return null;
  return <MaatwerkForm gemeente={huidig.gemeente} nummer={huidig.nummer} form={request.form} fouten={fouten} />;
}
