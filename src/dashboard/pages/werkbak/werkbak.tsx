import { refusal } from '../../../access/actions.ts';
import { bladzijdeVan } from '../../../api/bladzijde.ts';
import type { Weighed, WerkbakBeeld } from '../../../gateway/werkbak.ts';
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
import { Dag } from '../../kit/value.tsx';
import type { PageOutcome, PageRequest, PageRoute } from '../../page.ts';
import { namesFor } from '../../words/of-request.ts';
import { type Ingevuld, NIETS_INGEVULD } from './invoer.ts';
import { SAMEN, SamenForm } from './samen-form.tsx';
import { naamVan, productenVan } from './verzoek.tsx';

/** So many are decided on together at most, too. */
export const PER_BLADZIJDE = 25;
const IN_BESTAND = 500;

type Item = Weighed<WerkbakBeeld> & { readonly bericht: Bericht | null };

/** `/werkbak`: what waits for the gemeente, the first to expire on top. */
export const WERKBAK: PageRoute = {
  path: '/werkbak',
  action: 'werkbak.read',
  query: ['na'],
  show: (request) => showWerkbak(request, {}),
};

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
    return { items: items.map((een, i): Item => ({ ...een, bericht: berichten[i] ?? null })), next };
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
      { kop: 'Soort', waarde: ({ item }) => SOORT[item.soort] },
      // On the page alone: a file of it would lie about with names of children.
      ...(whole ? [] : [{ kop: 'Kind', waarde: ({ bericht }: Item) => (bericht === null ? null : naamVan(bericht)) }]),
      {
        kop: 'Product',
        waarde: ({ item, bericht }) => (bericht === null ? null : productenVan(bericht, item.referentie, names)),
      },
      { kop: 'Aanbieder', waarde: ({ item }) => names.party(item.aanbieder) },
      { kop: 'Gemeente', waarde: ({ item }) => names.party(item.gemeente) },
      { kop: 'Waarde', waarde: ({ toets }) => ({ euro: toets?.waarde ?? null }) },
      { kop: 'Waarom bij u', waarde: ({ item }) => item.redenen.map(redenTekst).join(' ') },
      {
        kop: 'Besluit uiterlijk',
        waarde: ({ item }) => ({ day: item.termijn?.uiterlijk ?? null }),
        toon: ({ item }) => <Uiterlijk dag={item.termijn?.uiterlijk ?? null} vandaag={vandaag} />,
      },
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
        <Tabel van={beeld} />
        {mag && gelezen.items.length > 0 ? <SamenForm {...{ ingevuld, fouten }} /> : null}
        <Blader next={gelezen.next} eerste={query.na === undefined} />
      </>
    ),
  };
}

export const SOORT = { VOT: 'verzoek om toewijzing', VOW: 'verzoek om wijziging' } as const;

const NOOIT = '9999-12-31';

function uiterlijk({ item }: Item): string {
  return item.termijn?.uiterlijk ?? NOOIT;
}

export function redenTekst(reden: string): string {
  return (WERKBAK_TEKSTEN as Readonly<Record<string, string>>)[reden] ?? reden;
}

function Uiterlijk({ dag, vandaag }: { readonly dag: string | null; readonly vandaag: string }) {
  if (dag === null) return <>geen termijn</>;
  return (
    <>
      <Dag op={dag} />{' '}
      {dag < vandaag ? <Merk toon="fout">te laat</Merk> : dag === vandaag ? <Merk toon="let-op">vandaag</Merk> : null}
    </>
  );
}
