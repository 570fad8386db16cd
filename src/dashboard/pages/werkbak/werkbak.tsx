import { refusal } from '../../../access/actions.ts';
import { bladzijdeVan } from '../../../api/bladzijde.ts';
import type { Toewijzing } from '../../../dossier/toewijzing.ts';
import type { Weighed, WerkbakBeeld } from '../../../gateway/werkbak.ts';
import { leesGewenst } from '../../../requests/gewenst.ts';
import { WERKBAK_TEKSTEN } from '../../../requests/teksten.ts';
import { inAmsterdam } from '../../../standard/datum.ts';
import { kenmerkVeld } from '../../../xml/kenmerk.ts';
import type { Bericht } from '../../../xml/tree.ts';
import { Blader } from '../../kit/blader.tsx';
import { Foutlijst } from '../../kit/formulier.tsx';
import { Merk } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { tabel } from '../../kit/table-data.tsx';
import { inTurn } from '../../kit/turn.ts';
import { Dag, euros, NIETS } from '../../kit/value.tsx';
import type { PageOutcome, PageRequest, PageRoute } from '../../page.ts';
import { namesFor } from '../../words/of-request.ts';
import { besluitUitleg } from '../../words/terms.ts';
import { showBesloten } from './besloten-lijst.tsx';
import { type Ingevuld, NIETS_INGEVULD } from './invoer.ts';
import { childOf } from './kind.ts';
import { SAMEN, SamenForm } from './samen-form.tsx';
import { naamVan, productenVan } from './verzoek.tsx';

/** So many are decided on together at most, too. */
export const PER_BLADZIJDE = 25;
const IN_BESTAND = 500;

type Item = Weighed<WerkbakBeeld> & {
  readonly bericht: Bericht | null;
  /** The message that names the child. */
  readonly kind: Bericht | null;
  /** What a request for a change wants changed, as it is. */
  readonly nu: readonly Toewijzing[];
};

/** `/werkbak`: what waits for the gemeente, the first to expire on top. */
export const WERKBAK: PageRoute = {
  path: '/werkbak',
  action: 'werkbak.read',
  query: ['na', 'stand'],
  show: (request) =>
    request.query.stand === 'besloten' ? showBesloten(request) : showWerkbak(withoutStand(request), {}),
};

function withoutStand(request: PageRequest): PageRequest {
  const { stand: _stand, ...query } = request.query;
  return { ...request, query };
}

/** After the form for several was refused: what was typed and chosen stays. */
interface Afloop {
  readonly status?: number;
  readonly fouten?: Readonly<Record<string, string>>;
  readonly ingevuld?: Ingevuld;
  readonly gekozen?: readonly string[];
}

export async function showWerkbak(request: PageRequest, afloop: Afloop): Promise<PageOutcome> {
  const { status = 200, fouten = {}, ingevuld = NIETS_INGEVULD, gekozen = [] } = afloop;
  const { principal, api, query, whole, now } = request;
  const blad = bladzijdeVan({ ...query, limit: whole ? IN_BESTAND : PER_BLADZIJDE });
  const gelezen = await inTurn(request, 'weging', async () => {
    const { items, next } = await api.gateway.werkbak.list(principal, blad);
    const berichten = await api.gateway.werkbak.requests(
      principal,
      items.map(({ item }) => item),
    );
    const metNu = items.map((een, i) => withPresent(request, een, berichten[i] ?? null));
    return { items: await Promise.all(metNu), next };
  });
  if (gelezen === null) return { kind: 'busy' };
  const names = await namesFor(request);
  const vandaag = inAmsterdam(now).datum;
  const mag = refusal(principal, 'decision.make') === null;
  const beeld = tabel<Item>({
    naam: 'werkbak',
    titel: 'Verzoeken die op uw besluit wachten',
    leeg: 'Er wacht niets op uw besluit.',
    rijen: gelezen.items.toSorted((een, ander) => uiterlijk(een).localeCompare(uiterlijk(ander))),
    kolommen: [
      {
        kop: 'Verzoek',
        waarde: ({ item }) => kenmerkVeld(item.referentie),
        toon: ({ item }) => (
          <>
            {mag ? (
              <input
                type="checkbox"
                form={SAMEN}
                name="item"
                value={item.id}
                checked={gekozen.includes(item.id)}
                aria-label={`Kies ${kenmerkVeld(item.referentie)}`}
              />
            ) : null}{' '}
            <a href={`/werkbak/${item.id}`}>{kenmerkVeld(item.referentie)}</a>
          </>
        ),
      },
      { kop: 'Soort', waarde: ({ item }) => `${SOORT[item.soort]}${inOnderzoek(item) ? ', in onderzoek' : ''}` },
      // On the page alone: a file of it would lie about with names of children.
      ...(whole ? [] : [{ kop: 'Kind', waarde: ({ kind }: Item) => (kind === null ? null : naamVan(kind)) }]),
      {
        kop: 'Product',
        waarde: ({ item, bericht, nu }) =>
          bericht === null ? null : productenVan(bericht, item.referentie, names, nu),
      },
      { kop: 'Aanbieder', waarde: ({ item }) => names.party(item.aanbieder) },
      // For a key of several: else it is one's own in every row.
      ...(principal.kind === 'party' && principal.parties.length === 1
        ? []
        : [{ kop: 'Gemeente', waarde: ({ item }: Item) => names.party(item.gemeente) }]),
      {
        kop: 'Waarde',
        waarde: (item) => ({ euro: item.toets?.waarde ?? meerBudget(item) }),
        toon: (item) => waardeText(item),
      },
      {
        kop: 'Besluit uiterlijk',
        waarde: ({ item }) => ({ day: item.termijn?.uiterlijk ?? null }),
        toon: ({ item }) => <Uiterlijk van={item.termijn} vandaag={vandaag} />,
      },
      { kop: 'Waarom bij u', waarde: ({ item }) => item.redenen.map(redenTekst).join(' ') },
    ],
  });
  return {
    kind: 'view',
    status,
    title: 'Werkbak',
    intro:
      'Verzoeken waarop de gateway niet zelf kon besluiten. Open een verzoek om te zien wat ervoor en ertegen spreekt.',
    tables: [beeld],
    live: ['besluit', 'bericht.beoordeeld'],
    body: (
      <>
        <Foutlijst fouten={Object.values(fouten)} />
        <p>
          <a href="/werkbak?stand=besloten">Wat al is besloten</a>
        </p>
        <Tabel van={beeld} />
        {mag && gelezen.items.length > 0 ? <SamenForm {...{ ingevuld, fouten }} /> : null}
        <Blader next={gelezen.next} eerste={query.na === undefined} />
      </>
    ),
  };
}

/** An item with what it wants changed; a request for a change names neither child nor product. */
async function withPresent(request: PageRequest, een: Weighed<WerkbakBeeld>, bericht: Bericht | null): Promise<Item> {
  const { api, principal, whole } = request;
  const { gemeente } = een.item;
  if (bericht === null || een.item.soort === 'VOT') return { ...een, bericht, kind: bericht, nu: [] };
  const beelden = await Promise.all(
    leesGewenst(bericht).teWijzigen.map(({ nummer }) =>
      api.gateway.dossiers.openToewijzing(principal, { gemeente, nummer }),
    ),
  );
  // A file names no child.
  const kind = whole ? bericht : await childOf(request, bericht, gemeente);
  return { ...een, bericht, kind, nu: beelden.flatMap((beeld) => (beeld === undefined ? [] : [beeld.huidig])) };
}

/** By how much the signaalbudgetten of what is changed would rise; null where that cannot be told. */
function meerBudget({ item, toets, nu }: Item): number | null {
  if (item.soort === 'VOT' || toets === null || !toets.bijToewijzen.mogelijk) return null;
  const verschillen = toets.bijToewijzen.toewijzingen.flatMap(({ toewijzingNummer, signaalbudget }) => {
    const was = nu.find(({ nummer }) => nummer === toewijzingNummer)?.signaalbudget ?? null;
    return was === null || signaalbudget === null ? [] : [signaalbudget.bedrag - was.bedrag];
  });
  return verschillen.length === 0 ? null : verschillen.reduce((a, b) => a + b, 0);
}

function waardeText(item: Item): string {
  const waarde = item.toets?.waarde ?? null;
  const meer = meerBudget(item);
  if (waarde !== null) return euros(waarde);
  return meer === null ? NIETS : `${meer >= 0 ? '+' : ''}${euros(meer)} budget`;
}

export const SOORT = { VOT: 'verzoek om toewijzing', VOW: 'verzoek om wijziging' } as const;

/** Its first answer was that the gemeente looks into it: another term runs then. */
function inOnderzoek({ termijn }: WerkbakBeeld): boolean {
  return termijn?.soort === 'onderzoek';
}

const NOOIT = '9999-12-31';

function uiterlijk({ item }: Item): string {
  return item.termijn?.uiterlijk ?? NOOIT;
}

export function redenTekst(reden: string): string {
  return (WERKBAK_TEKSTEN as Readonly<Record<string, string>>)[reden] ?? reden;
}

/** Until when the gemeente has, and why; of what is open, whether that is past. */
export function Uiterlijk(props: {
  readonly van: WerkbakBeeld['termijn'];
  readonly vandaag: string;
  readonly open?: boolean;
}) {
  const { van, vandaag, open = true } = props;
  if (van === null) return <>geen termijn</>;
  const { uiterlijk: dag, soort } = van;
  if (!open) return <Dag op={dag} />;
  const waarom = besluitUitleg(soort);
  return (
    <>
      <Dag op={dag} />{' '}
      {dag < vandaag ? <Merk toon="fout">te laat</Merk> : dag === vandaag ? <Merk toon="let-op">vandaag</Merk> : null}{' '}
      {waarom === null ? null : <small class="uitleg">{waarom}</small>}
    </>
  );
}
