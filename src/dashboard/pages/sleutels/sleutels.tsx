import type { ComponentChildren, VNode } from 'preact';
import type { Sleutel, SleutelGegevens, SleutelWijziging } from '../../../access/keys/contract.ts';
import { isInForce } from '../../../access/keys/sleutelkast.ts';
import { invoerToets } from '../../../api/checks/invoer.ts';
import { PATCH_SLEUTEL, POST_SLEUTELS } from '../../../api/schemas/sleutels.ts';
import { inAmsterdam } from '../../../standard/datum.ts';
import { Foutlijst } from '../../kit/formulier.tsx';
import { Gelukt } from '../../kit/gelukt.tsx';
import { Merk } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { tabel } from '../../kit/table-data.tsx';
import type { PageOutcome, PageRequest, PageRoute, Post } from '../../page.ts';
import { namesFor } from '../../words/of-request.ts';
import { endTicked, subscriptionsBy } from './abonnementen.tsx';
import { Einde } from './einde.tsx';
import { keyFields, NieuweSleutel } from './nieuw.tsx';
import { Wijzig } from './wijzig.tsx';

const toetsNieuw = invoerToets<Partial<SleutelGegevens> & Pick<SleutelGegevens, 'naam' | 'rol'>>(POST_SLEUTELS.body);
const toetsWijziging = invoerToets<SleutelWijziging>(PATCH_SLEUTEL.body);

/** `/sleutels`: who has a key, until when, and when it was last used. */
export const SLEUTELS: PageRoute = {
  path: '/sleutels',
  action: 'key.list',
  query: ['beeindigd'],
  show: (request) => show(request, {}),
};

/** A new key; it is shown this once. */
export const SLEUTEL_MAKEN: Post = {
  path: '/sleutels',
  action: 'key.create',
  act: async (request) => {
    const gelezen = toetsNieuw(keyFields(request.form));
    if (gelezen.kind === 'fout') return show(request, { status: 422, nieuw: foutenIn(gelezen.antwoord.body) });
    const {
      naam,
      rol,
      partij = null,
      partijen = null,
      regios = null,
      alleenLezen = false,
      geldigTot = null,
    } = gelezen.waarde;
    const gegevens = { naam, rol, partij, partijen, regios, alleenLezen, geldigTot };
    const { geheim } = await request.api.gateway.keys.create(request.principal, gegevens);
    return show(request, { boven: <Geheim naam={naam} geheim={geheim} /> });
  },
};

/** Name, regions, last day; or an end, which is asked for once more with what ends by it. */
export const SLEUTEL_WIJZIGEN: Post = {
  path: '/sleutels/:id',
  action: 'key.change',
  act: async (request) => {
    const { api, principal, params, form } = request;
    const id = params.id ?? '';
    const weg = form.text('doen') === 'beeindig';
    const geldigTot = form.text('geldigTot') || null;
    const gelezen = weg ? null : toetsWijziging({ naam: form.text('naam'), geldigTot });
    if (gelezen?.kind === 'fout') {
      const fouten = Object.entries(foutenIn(gelezen.antwoord.body)).map(
        ([veld, fout]) => `${LABELS[veld] ?? veld}: ${fout}`,
      );
      return show(request, { status: 422, fouten });
    }
    const { now } = request;
    const voorbij = geldigTot !== null && geldigTot < inAmsterdam(now).datum;
    if (form.text('zeker') !== 'ja' && (weg || voorbij)) {
      const alle = await api.gateway.keys.list(principal);
      const sleutel = alle.find((een) => een.id === id);
      if (sleutel === undefined) return { kind: 'not-found' };
      if (isInForce(sleutel, now)) {
        const naam = form.text('naam') || sleutel.naam;
        const tot = weg ? null : geldigTot;
        const [abonnementen, names] = await Promise.all([subscriptionsBy(request, id), namesFor(request)]);
        const bij = { sleutel, alle, now, abonnementen, eigen: principal.keyId, naam, names };
        return show(request, { vraag: <Einde {...bij} geldigTot={tot} /> });
      }
    }
    if (gelezen === null) {
      const gedaan = await api.gateway.keys.end(principal, id);
      if (gedaan) await endTicked(request, id);
      return gedaan ? { kind: 'to', url: `/sleutels?beeindigd=${id}` } : { kind: 'not-found' };
    }
    const uitkomst = await api.gateway.keys.change(principal, id, gelezen.waarde);
    if (uitkomst.kind === 'unknown') return { kind: 'not-found' };
    if (uitkomst.kind === 'changed') {
      if (voorbij) await endTicked(request, id);
      return { kind: 'to', url: '/sleutels' };
    }
    return show(request, { status: 409, fouten: ['Deze sleutel is beëindigd en verandert niet meer.'] });
  },
};

interface Afloop {
  readonly status?: number;
  readonly fouten?: readonly string[];
  /** What is wrong with a new key, by field. */
  readonly nieuw?: Readonly<Record<string, string>>;
  readonly boven?: ComponentChildren;
  /** What is asked once more before it is done; there is no other form beside it. */
  readonly vraag?: ComponentChildren;
}

/** By the field of the form: several parties stand in the one of one party. */
function foutenIn(body: unknown): Record<string, string> {
  const { fouten = [] } = body as {
    readonly fouten?: readonly { readonly pointer: string; readonly melding: string }[];
  };
  return Object.fromEntries(
    fouten.map(({ pointer, melding }) => {
      const [veld = ''] = pointer.slice(1).split('/');
      const waar = veld === 'partijen' ? 'partij' : veld;
      return [waar, EIGEN_MELDING[waar] ?? melding];
    }),
  );
}

const LABELS: Readonly<Record<string, string>> = { naam: 'Naam', geldigTot: 'Geldig tot en met' };
/** Where the API speaks of a form that people do not know. */
const EIGEN_MELDING: Readonly<Record<string, string>> = {
  rol: 'Kies een rol.',
  partij:
    'Vul de code in: acht cijfers van een aanbieder (AGB), vier van een gemeente; van een operator of beheerder niets.',
};

async function show(request: PageRequest, afloop: Afloop): Promise<PageOutcome> {
  const { status = 200, fouten = [], nieuw = {}, boven, vraag } = afloop;
  const { api, principal, now, form, query } = request;
  const alle = await api.gateway.keys.list(principal);
  const names = await namesFor(request);
  const vandaag = inAmsterdam(now).datum;
  const beeindigd = alle.find(({ id, beeindigdOp }) => id === query.beeindigd && beeindigdOp !== null);
  const beeld = tabel<Sleutel>({
    naam: 'sleutels',
    titel: 'Sleutels',
    leeg: 'Er zijn nog geen sleutels.',
    rijen: alle.toReversed(),
    kolommen: [
      { kop: 'Naam', waarde: ({ naam }) => naam },
      { kop: 'Rol', waarde: ({ rol, alleenLezen }) => (alleenLezen ? `${rol}, alleen lezen` : rol) },
      {
        kop: 'Voor',
        waarde: ({ partij, partijen, regios }) =>
          partijen?.map((code) => names.party(code)).join(', ') ??
          (partij === null ? (regios?.join(', ') ?? '') : names.party(partij)),
      },
      { kop: 'Laatste tekens', waarde: ({ staart }) => (staart === null ? null : `…${staart}`) },
      { kop: 'Stand', waarde: (s) => stand(s, vandaag), toon: (s) => <Stand sleutel={s} vandaag={vandaag} /> },
      { kop: 'Geldig tot en met', waarde: ({ geldigTot }) => ({ day: geldigTot }) },
      { kop: 'Laatst gebruikt', waarde: ({ laatstGebruiktOp }) => ({ moment: laatstGebruiktOp }) },
      { kop: 'Gemaakt', waarde: ({ gemaaktOp }) => ({ moment: gemaaktOp }) },
      ...(vraag === undefined
        ? [
            {
              kop: 'Wijzigen',
              waarde: () => '',
              toon: (s: Sleutel) => (s.beeindigdOp === null ? <Wijzig sleutel={s} /> : ''),
            },
          ]
        : []),
    ],
  });
  return {
    kind: 'view',
    status,
    title: 'Sleutels',
    intro: 'Met een sleutel meldt een systeem of een mens zich aan. De sleutel zelf ziet u één keer, bij het maken.',
    tables: [beeld],
    body: (
      <>
        <Foutlijst fouten={[...fouten, ...Object.values(nieuw)]} />
        {boven}
        {vraag}
        {beeindigd === undefined ? null : (
          <Gelukt>
            <p>De sleutel “{beeindigd.naam}” is beëindigd.</p>
          </Gelukt>
        )}
        <Tabel van={beeld} />
        {vraag === undefined ? <NieuweSleutel form={form} fouten={nieuw} /> : null}
      </>
    ),
  };
}

function stand({ beeindigdOp, geldigTot }: Sleutel, vandaag: string): string {
  if (beeindigdOp !== null) return 'beëindigd';
  return geldigTot !== null && geldigTot < vandaag ? 'verlopen' : 'geldig';
}

function Stand({ sleutel, vandaag }: { readonly sleutel: Sleutel; readonly vandaag: string }): VNode {
  const woord = stand(sleutel, vandaag);
  return <Merk toon={woord === 'geldig' ? 'goed' : 'rustig'}>{woord}</Merk>;
}

function Geheim({ naam, geheim }: { readonly naam: string; readonly geheim: string }): VNode {
  return (
    <div class="bericht-vak goed" role="status">
      <p>
        De sleutel “{naam}” is gemaakt. Geef haar langs een veilige weg aan wie haar gebruikt; u ziet haar alleen nu:
      </p>
      <p>
        <code>{geheim}</code>
      </p>
    </div>
  );
}
