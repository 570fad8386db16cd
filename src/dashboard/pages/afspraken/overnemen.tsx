import type { VNode } from 'preact';
import type { AfspraakFout } from '../../../agreements/afspraak-fout.ts';
import type { SheetFault } from '../../../agreements/sheet/sheet.ts';
import { DOCUMENT_HOOGSTENS } from '../../../api/inhoud.ts';
import type { AfsprakenProef } from '../../../gateway/try-agreements.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { tabel } from '../../kit/table-data.tsx';
import { inTurn } from '../../kit/turn.ts';
import type { PageOutcome, PageRequest, Post, View } from '../../page.ts';
import { findingText } from '../../words/finding.ts';
import { showAgreements } from './afspraken.tsx';
import { type Gekozen, gekozenIn } from './gekozen.ts';
import { Invoer } from './invoer.tsx';

/** First the difference; the second form takes it over, unless somebody else did meanwhile. */
export const AFSPRAKEN_INVOEREN: Post = {
  path: '/afspraken',
  action: 'agreements.replace',
  bodyLimit: 2 * DOCUMENT_HOOGSTENS,
  act: async (request) => {
    const gezien = Number(request.form.text('versie'));
    const { nummer, document: inForce } = await request.api.gateway.agreements.inForce(request.principal);
    if (gezien !== nummer) return stale(request);
    const gekozen = await gekozenIn(request.form, inForce);
    if (gekozen.kind === 'fout') return showAgreements(request, [gekozen.melding], 422);
    const label = request.form.text('label') || inForce.versie;
    if (gekozen.kind === 'bladen-fout') return refusedSheets(gekozen.fouten, nummer, label);
    return request.form.text('doen') === 'neem-over' ? take(request, gekozen, nummer) : look(request, gekozen, nummer);
  },
};

type Document = Extract<Gekozen, { kind: 'document' }>;

const ANDER =
  'Iemand anders heeft intussen nieuwe afspraken ingevoerd. Bekijk hieronder wat nu geldt, en kies uw document daarna opnieuw.';

function stale(request: PageRequest): Promise<PageOutcome> {
  return showAgreements(request, [ANDER], 412);
}

async function take(request: PageRequest, { document }: Document, nummer: number): Promise<PageOutcome> {
  const uitkomst = await request.api.gateway.agreements.replace(request.principal, document, nummer);
  if (uitkomst.kind === 'stale') return stale(request);
  return uitkomst.kind === 'ok' ? { kind: 'to', url: '/afspraken' } : refused(uitkomst.fouten);
}

async function look(request: PageRequest, { document, tekst }: Document, nummer: number): Promise<PageOutcome> {
  const { api, principal } = request;
  const proef = await inTurn(request, 'proef', () => api.gateway.agreements.tryReplace(principal, document, nummer));
  if (proef === null) return { kind: 'busy' };
  if (proef.kind === 'stale') return stale(request);
  if (proef.kind === 'invalid') return refused(proef.fouten);
  return {
    kind: 'view',
    title: 'Afspraken: wat er verandert',
    body: <Verschil {...{ proef, tekst, nummer }} />,
  };
}

/** Every mistake, with its place in the document. */
function refused(fouten: readonly AfspraakFout[]): View {
  return {
    kind: 'view',
    status: 422,
    title: 'Afspraken: niet overgenomen',
    body: (
      <>
        <Gevonden aantal={fouten.length} waarin="dit document" />
        <Fouten van={fouten} />
        <p>
          <a href="/afspraken#invoer">Kies een ander document</a>
        </p>
      </>
    ),
  };
}

/** Every mistake, with its sheet, row, column and contract. */
function refusedSheets(fouten: readonly SheetFault[], nummer: number, label: string): View {
  const beeld = tabel<SheetFault>({
    ...{ naam: 'fouten', titel: 'Fouten in het rekenblad', leeg: 'Geen fouten.', rijen: fouten },
    kolommen: [
      { kop: 'Blad', waarde: ({ blad }) => blad },
      { kop: 'Rij', waarde: ({ rij }) => rij },
      { kop: 'Kolom', waarde: ({ kolom }) => kolom },
      { kop: 'Contract', waarde: ({ contract }) => contract },
      { kop: 'Wat er mis is', waarde: ({ melding }) => melding },
    ],
  });
  return {
    kind: 'view',
    status: 422,
    title: 'Afspraken: niet overgenomen',
    tables: [beeld],
    body: (
      <>
        <Gevonden aantal={fouten.length} waarin="dit rekenblad" />
        <Tabel van={beeld} />
        <Invoer {...{ nummer, label }} />
      </>
    ),
  };
}

function Gevonden({ aantal, waarin }: { readonly aantal: number; readonly waarin: string }): VNode {
  return (
    <p class="bericht-vak fout">
      In {waarin} {aantal === 1 ? 'is één fout' : `zijn ${aantal} fouten`} gevonden. Er is niets overgenomen.
    </p>
  );
}

function Fouten({ van }: { readonly van: readonly AfspraakFout[] }): VNode {
  return (
    <ul>
      {van.map(({ pointer, melding }) => (
        <li>
          <code>{pointer}</code>: {melding}
        </li>
      ))}
    </ul>
  );
}

const GETOOND = 200;

function Verschil(props: {
  readonly proef: Extract<AfsprakenProef, { kind: 'ok' }>;
  readonly tekst: string;
  readonly nummer: number;
}): VNode {
  const { proef, tekst, nummer } = props;
  const { wijzigingen, waarschuwingen, geraakt } = proef;
  return (
    <>
      <p class="bericht-vak">Dit is versie “{proef.versie}”. Er is nog niets overgenomen.</p>
      <Sectie kop="Wijzigingen">
        {wijzigingen.length === 0 ? <p class="leeg">Dit document verandert niets.</p> : null}
        <ul>
          {wijzigingen.slice(0, GETOOND).map(({ melding }) => (
            <li>{findingText(melding)}</li>
          ))}
        </ul>
        {wijzigingen.length > GETOOND ? <p>En nog {wijzigingen.length - GETOOND} wijzigingen.</p> : null}
      </Sectie>
      {waarschuwingen.length === 0 ? null : (
        <Sectie kop="Let op">
          <Fouten van={waarschuwingen} />
        </Sectie>
      )}
      <Sectie kop="Gevolgen voor toewijzingen">
        <p>
          {geraakt.reduce((som, { aantal }) => som + aantal, 0)} bestaande toewijzingen vallen onder andere afspraken
          dan nu.
        </p>
      </Sectie>
      <Formulier action="/afspraken" class="kort" label="Afspraken overnemen" bestanden>
        <input type="hidden" name="versie" value={String(nummer)} />
        <input type="hidden" name="tekst" value={tekst} />
        <Knop naam="doen" waarde="neem-over">
          Neem deze afspraken over
        </Knop>
        <a href="/afspraken">Doe het niet</a>
      </Formulier>
    </>
  );
}
