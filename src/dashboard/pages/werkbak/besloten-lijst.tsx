import { bladzijdeVan } from '../../../api/bladzijde.ts';
import type { GivenDecision } from '../../../gateway/werkbak.ts';
import { kenmerkVeldOfNull } from '../../../xml/kenmerk.ts';
import { Blader } from '../../kit/blader.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { tabel } from '../../kit/table-data.tsx';
import { Moment, NIETS, type Value } from '../../kit/value.tsx';
import type { PageOutcome, PageRequest } from '../../page.ts';
import type { Names } from '../../words/names.ts';
import { namesFor } from '../../words/of-request.ts';
import { redenText } from './genomen.tsx';

const PER_BLADZIJDE = 25;
const IN_BESTAND = 500;

const BESLUIT: Readonly<Record<GivenDecision['besluit'], string>> = {
  toewijzen: 'toegewezen',
  afwijzen: 'afgewezen',
  onderzoek: 'in onderzoek genomen',
};

function waarom({ reden, woonplaats, intern }: GivenDecision, names: Names): string {
  const delen = [reden === null ? null : redenText(reden, woonplaats, names), intern?.toelichting ?? null];
  return delen.filter((deel) => deel !== null).join('. ') || NIETS;
}

/** Empty where it stayed within the fixed budget. */
function daarboven(vast: GivenDecision['vast']): Value {
  if (vast === null || vast.boven === 0) return null;
  return vast.boven === null ? 'niet te zeggen' : { euro: vast.boven };
}

/** `/werkbak?stand=besloten`: what the gemeente decided, newest first: when, what, by whom and what it costs. */
export async function showBesloten(request: PageRequest): Promise<PageOutcome> {
  const { api, principal, query, whole } = request;
  const { stand: _stand, ...rest } = query;
  const blad = bladzijdeVan({ ...rest, limit: whole ? IN_BESTAND : PER_BLADZIJDE });
  const [{ items, next }, names] = await Promise.all([api.gateway.werkbak.decided(principal, blad), namesFor(request)]);
  const beeld = tabel<GivenDecision>({
    naam: 'besloten',
    titel: 'Besluiten, de nieuwste eerst',
    leeg: 'Er is nog niets besloten.',
    rijen: items,
    kolommen: [
      { kop: 'Besloten', waarde: ({ op }) => ({ moment: op }), toon: ({ op }) => <Moment op={op} /> },
      {
        kop: 'Verzoek',
        waarde: ({ referentie }) => kenmerkVeldOfNull(referentie),
        toon: ({ item, referentie }) => (
          <a href={`/werkbak/${item}`}>{kenmerkVeldOfNull(referentie) ?? 'het verzoek'}</a>
        ),
      },
      { kop: 'Aanbieder', waarde: ({ aanbieder }) => names.party(aanbieder) },
      ...(principal.kind === 'party' && principal.parties.length === 1
        ? []
        : [{ kop: 'Gemeente', waarde: ({ gemeente }: GivenDecision) => names.party(gemeente) }]),
      { kop: 'Besluit', waarde: ({ besluit }) => BESLUIT[besluit] },
      {
        kop: 'Reden',
        opPagina: 'Waarom',
        waarde: ({ reden, woonplaats }) => (reden === null ? null : redenText(reden, woonplaats, names)),
        // What somebody wrote stands on the page alone: a file of it would lie about.
        toon: (een) => waarom(een, names),
      },
      { kop: 'Kost hoogstens meer', waarde: ({ kosten }) => ({ euro: kosten }) },
      { kop: 'Vast signaalbudget', waarde: ({ vast }) => ({ euro: vast?.bedrag ?? null }) },
      { kop: 'Daarboven', waarde: ({ vast }) => daarboven(vast) },
      { kop: 'Met de sleutel', waarde: ({ intern }) => intern?.door ?? null },
    ],
  });
  return {
    kind: 'view',
    title: 'Werkbak: besloten verzoeken',
    intro:
      'Wat er op verzoeken uit de werkbak is besloten. Open een verzoek om te zien wat ervan kwam. De sleutel is die waarmee is aangemeld: geef ieder die beslist een eigen sleutel, dan ziet u hier wie het was.',
    tables: [beeld],
    live: ['besluit'],
    body: (
      <>
        <p>
          <a href="/werkbak">Naar wat op uw besluit wacht</a>
        </p>
        <Tabel van={beeld} />
        <Blader next={next} eerste={query.na === undefined} />
      </>
    ),
  };
}
