import { randomUUID } from 'node:crypto';
import type { BeslissingInvoer, BeslissingProef, BeslissingUitkomst, BesluitGevolg } from '../../../gateway/werkbak.ts';
import { kenmerkVeld } from '../../../xml/kenmerk.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { type Kolom, type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { inTurn } from '../../kit/turn.ts';
import { dayText, NIETS } from '../../kit/value.tsx';
import type { PageOutcome, PageRequest, Post, View } from '../../page.ts';
import { omvangText } from '../../words/care.ts';
import { messageName } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { namesFor } from '../../words/of-request.ts';
import { eindText, samenText } from './gevolgen.tsx';
import { type Ingevuld, ingevuldVan, leesBesluit } from './invoer.ts';
import { childOf } from './kind.ts';
import { naamVan } from './verzoek.tsx';
import { Bewaard, vraagtWaarom, WaaromBoven } from './waarom-boven.tsx';
import { PER_BLADZIJDE, showWerkbak } from './werkbak.tsx';

/** How long a person waits for the lane of each (ms). */
const WACHT_MS = 5_000;

/** One request of several, and what becomes of it. */
interface Regel {
  readonly id: string;
  readonly naam: string;
  readonly kan: boolean;
  readonly wat: string;
  /** The message that went out. */
  readonly uit?: string | undefined;
  readonly kind: string | null;
  readonly gevolgen: readonly BesluitGevolg[];
}

/** The same decision on several requests: first what each would send, then the same once more to do it. */
export const WERKBAK_SAMEN: Post = {
  path: '/werkbak',
  action: 'decision.make',
  act: async (request) => {
    const { form } = request;
    const ingevuld = ingevuldVan(form);
    const items = [...new Set(form.all('item'))].slice(0, PER_BLADZIJDE);
    const gelezen = leesBesluit(ingevuld);
    const fouten = {
      ...(gelezen.kind === 'fout' ? gelezen.fouten : {}),
      ...(items.length === 0 ? { item: 'Vink een of meer verzoeken aan.' } : {}),
    };
    if (gelezen.kind === 'fout' || items.length === 0)
      return showWerkbak(request, { status: 422, fouten, ingevuld, gekozen: items });
    return form.text('stap') === 'vast'
      ? decide(request, gelezen.beslissing, items)
      : look(request, gelezen.beslissing, items, ingevuld);
  },
};

async function look(
  request: PageRequest,
  beslissing: BeslissingInvoer,
  items: readonly string[],
  ingevuld: Ingevuld,
): Promise<PageOutcome> {
  const { api, principal } = request;
  const regels: Regel[] = [];
  for (const item of items) {
    const een = { ...beslissing, item, idempotentie: null };
    const proef = await inTurn(request, 'proef', () => api.gateway.werkbak.tryDecision(principal, een));
    if (proef === null) return { kind: 'busy' };
    regels.push({ id: item, ...(await nameOf(request, item)), ...tried(proef) });
  }
  const kan = regels.filter((regel) => regel.kan);
  const alles = kan.flatMap(({ gevolgen }) => gevolgen);
  const vraagt = vraagtWaarom(ingevuld, alles);
  return told(
    'Werkbak: wat er uitgaat',
    regels,
    await namesFor(request),
    <>
      <p class="bericht-vak">
        Er is nog niets besloten. Dit besluit: <strong>{BESLUIT_NAAM[beslissing.besluit]}</strong>.
        {alles.length === 0
          ? null
          : ` ${alles.length === 1 ? 'Eén toewijzing' : `${alles.length} toewijzingen`}, samen ${samenText(alles)}.`}
        {ingevuld.toelichting === '' ? null : ` Uw toelichting: ${ingevuld.toelichting}`}
      </p>
      {kan.length === 0 ? null : (
        <Formulier action="/werkbak" {...(vraagt === null ? { class: 'kort' } : {})} label="Besluiten vastleggen">
          <Bewaard van={ingevuld} zonder={vraagt === null ? null : 'toelichting'} />
          {vraagt === null ? null : <WaaromBoven wat={vraagt} />}
          {kan.map(({ id }) => (
            <input type="hidden" name="item" value={id} />
          ))}
          <input type="hidden" name="eenmaal" value={randomUUID()} />
          <Knop naam="stap" waarde="vast">
            {kan.length === 1 ? 'Leg het besluit vast' : `Leg ${kan.length} besluiten vast`}
          </Knop>
        </Formulier>
      )}
    </>,
  );
}

function gevolgKolommen(names: Names): readonly Kolom<Regel>[] {
  const van = (wat: (een: BesluitGevolg) => string) => (regel: Regel) => regel.gevolgen.map(wat).join('; ') || null;
  return [
    { kop: 'Product', waarde: van(({ wordt }) => names.product(wordt.categorie, wordt.code)) },
    { kop: 'Omvang', waarde: van(({ wordt }) => omvangText(wordt)) },
    {
      kop: 'Periode',
      waarde: van(({ wordt }) => `${dayText(wordt.ingangsdatum)} – ${eindText(wordt.einddatum)}`),
    },
    { kop: 'Waarde', waarde: ({ gevolgen }) => (gevolgen.length === 0 ? null : samenText(gevolgen)) },
  ];
}

function tried(proef: BeslissingProef): Pick<Regel, 'kan' | 'wat' | 'gevolgen'> {
  const gevolgen: readonly BesluitGevolg[] = [];
  if (proef.kind === 'unknown') return { kan: false, wat: 'Dit verzoek wacht niet (meer) op u.', gevolgen };
  if (proef.kind === 'refused') return { kan: false, wat: proef.waarom.reden, gevolgen };
  const uit = proef.antwoorden.map(({ type }) => messageName(type)).join(', ');
  const wat = uit === '' ? 'Er gaat geen bericht uit.' : `Er gaat uit: ${uit}.`;
  return { kan: true, wat, gevolgen: proef.gevolgen };
}

async function decide(
  request: PageRequest,
  beslissing: BeslissingInvoer,
  items: readonly string[],
): Promise<PageOutcome> {
  const { api, principal, form } = request;
  const eenmaal = form.text('eenmaal');
  const regels: Regel[] = [];
  for (const item of items) {
    const idempotentie = eenmaal === '' ? null : `${eenmaal}-${item}`;
    const uitkomst = await api.gateway.werkbak.decide(principal, { ...beslissing, item, idempotentie }, WACHT_MS);
    regels.push({ id: item, ...(await nameOf(request, item)), gevolgen: [], ...decided(uitkomst) });
  }
  return told('Werkbak: vastgelegd', regels, await namesFor(request), null);
}

function decided(uitkomst: BeslissingUitkomst): Pick<Regel, 'kan' | 'wat' | 'uit'> {
  if (uitkomst.kind === 'unknown') return { kan: false, wat: 'Dit verzoek wacht niet (meer) op u.' };
  if (uitkomst.kind === 'pending') return { kan: true, wat: 'Aangenomen; het wordt zo uitgevoerd.' };
  if (uitkomst.kind === 'key-reused') return { kan: false, wat: 'Dit formulier is al eens verstuurd.' };
  if (uitkomst.uitkomst.stand === 'geweigerd') return { kan: false, wat: uitkomst.uitkomst.reden };
  return { kan: true, wat: 'Vastgelegd.', uit: uitkomst.antwoorden[0]?.id };
}

async function nameOf(request: PageRequest, id: string): Promise<Pick<Regel, 'naam' | 'kind'>> {
  const { api, principal } = request;
  const gevonden = await api.gateway.werkbak.item(principal, id);
  if (gevonden === undefined) return { naam: id, kind: null };
  const { referentie, gemeente } = gevonden.item;
  const bericht = (await api.gateway.werkbak.request(principal, id)) ?? null;
  const kind = await childOf(request, bericht, gemeente);
  return { naam: kenmerkVeld(referentie), kind: kind === null ? null : naamVan(kind) };
}

const BESLUIT_NAAM: Readonly<Record<BeslissingInvoer['besluit'], string>> = {
  toewijzen: 'toewijzen',
  afwijzen: 'afwijzen',
  onderzoek: 'in onderzoek nemen',
};

function told(title: string, regels: readonly Regel[], names: Names, onder: View['body']): View {
  const metGevolg = regels.some(({ gevolgen }) => gevolgen.length > 0);
  const beeld: TabelBeeld = tabel<Regel>({
    ...{ naam: 'besluiten', titel: 'Per verzoek', leeg: 'Geen verzoeken.', rijen: regels },
    kolommen: [
      { kop: 'Verzoek', waarde: ({ naam }) => naam, toon: ({ id, naam }) => <a href={`/werkbak/${id}`}>{naam}</a> },
      // On the page alone: a file of it would lie about with names of children.
      { kop: 'Kind', waarde: () => null, toon: ({ kind }) => kind ?? NIETS },
      ...(metGevolg ? gevolgKolommen(names) : []),
      { kop: 'Lukt', waarde: ({ kan }) => (kan ? 'ja' : 'nee') },
      {
        kop: 'Wat er gebeurt',
        waarde: ({ wat }) => wat,
        toon: ({ wat, uit, naam }) => (
          <>
            {wat}{' '}
            {uit === undefined ? null : (
              <a href={`/berichten/${uit}`}>
                Het bericht dat uitging <span class="alleen-gehoord">op {naam}</span>
              </a>
            )}
          </>
        ),
      },
    ],
  });
  return {
    kind: 'view',
    title,
    tables: [beeld],
    body: (
      <>
        <Tabel van={beeld} />
        {onder}
        <p>
          <a href="/werkbak">Naar de werkbak</a>
        </p>
      </>
    ),
  };
}
