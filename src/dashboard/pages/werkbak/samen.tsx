import { randomUUID } from 'node:crypto';
import type { BeslissingInvoer, BeslissingProef, BeslissingUitkomst } from '../../../gateway/werkbak.ts';
import { kenmerkVeld } from '../../../xml/kenmerk.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { inTurn } from '../../kit/turn.ts';
import type { PageOutcome, PageRequest, Post, View } from '../../page.ts';
import { messageName } from '../../words/messages.ts';
import { type Ingevuld, ingevuldVan, leesBesluit } from './invoer.ts';
import { PER_BLADZIJDE, showWerkbak } from './werkbak.tsx';

/** How long a person waits for the lane of each (ms). */
const WACHT_MS = 5_000;

/** One request of several, and what becomes of it. */
interface Regel {
  readonly id: string;
  readonly naam: string;
  readonly kan: boolean;
  readonly wat: string;
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
    regels.push({ id: item, naam: await nameOf(request, item), ...tried(proef) });
  }
  const kan = regels.filter((regel) => regel.kan);
  return told(
    'Werkbak: wat er uitgaat',
    regels,
    <>
      <p class="bericht-vak">Er is nog niets besloten.</p>
      {kan.length === 0 ? null : (
        <Formulier action="/werkbak" class="kort" label="Besluiten vastleggen">
          {Object.entries(ingevuld).map(([naam, waarde]) => (
            <input type="hidden" name={naam} value={waarde} />
          ))}
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

function tried(proef: BeslissingProef): Pick<Regel, 'kan' | 'wat'> {
  if (proef.kind === 'unknown') return { kan: false, wat: 'Dit verzoek wacht niet (meer) op u.' };
  if (proef.kind === 'refused') return { kan: false, wat: proef.waarom.reden };
  const uit = proef.antwoorden.map(({ type }) => messageName(type)).join(', ');
  return { kan: true, wat: uit === '' ? 'Er gaat geen bericht uit.' : `Er gaat uit: ${uit}.` };
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
    regels.push({ id: item, naam: await nameOf(request, item), ...decided(uitkomst) });
  }
  return told('Werkbak: vastgelegd', regels, null);
}

function decided(uitkomst: BeslissingUitkomst): Pick<Regel, 'kan' | 'wat'> {
  if (uitkomst.kind === 'unknown') return { kan: false, wat: 'Dit verzoek wacht niet (meer) op u.' };
  if (uitkomst.kind === 'pending') return { kan: true, wat: 'Aangenomen; het wordt zo uitgevoerd.' };
  if (uitkomst.kind === 'key-reused') return { kan: false, wat: 'Dit formulier is al eens verstuurd.' };
  if (uitkomst.uitkomst.stand === 'geweigerd') return { kan: false, wat: uitkomst.uitkomst.reden };
  return { kan: true, wat: 'Vastgelegd.' };
}

async function nameOf({ api, principal }: PageRequest, id: string): Promise<string> {
  const gevonden = await api.gateway.werkbak.item(principal, id);
  return gevonden === undefined ? id : kenmerkVeld(gevonden.item.referentie);
}

function told(title: string, regels: readonly Regel[], onder: View['body']): View {
  const beeld: TabelBeeld = tabel<Regel>({
    ...{ naam: 'besluiten', titel: 'Per verzoek', leeg: 'Geen verzoeken.', rijen: regels },
    kolommen: [
      { kop: 'Verzoek', waarde: ({ naam }) => naam, toon: ({ id, naam }) => <a href={`/werkbak/${id}`}>{naam}</a> },
      { kop: 'Kan', waarde: ({ kan }) => (kan ? 'ja' : 'nee') },
      { kop: 'Wat er gebeurt', waarde: ({ wat }) => wat },
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
