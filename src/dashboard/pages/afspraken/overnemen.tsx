import type { VNode } from 'preact';
import type { AfspraakFout } from '../../../agreements/afspraak-fout.ts';
import { DOCUMENT_HOOGSTENS } from '../../../api/inhoud.ts';
import type { AfsprakenProef } from '../../../gateway/try-agreements.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { inTurn } from '../../kit/turn.ts';
import type { PageOutcome, PageRequest, Post, View } from '../../page.ts';
import { showAgreements } from './afspraken.tsx';

/** First the difference; the second form takes it over, unless somebody else did meanwhile. */
export const AFSPRAKEN_INVOEREN: Post = {
  path: '/afspraken',
  action: 'agreements.replace',
  bodyLimit: 2 * DOCUMENT_HOOGSTENS,
  act: async (request) => {
    const tekst = textOf(request);
    if (tekst === '') return showAgreements(request, ['Kies een document.'], 422);
    const document = parsed(tekst);
    if (document === undefined) return showAgreements(request, ['Dit bestand is geen geldige JSON.'], 422);
    const gezien = Number(request.form.text('versie'));
    const { nummer } = await request.api.gateway.agreements.inForce(request.principal);
    if (gezien !== nummer) return showAgreements(request, [ANDER], 412);
    return request.form.text('doen') === 'neem-over' ? take(request, document) : look(request, document, tekst, nummer);
  },
};

const ANDER =
  'Iemand anders heeft intussen nieuwe afspraken ingevoerd. Bekijk hieronder wat nu geldt, en kies uw document daarna opnieuw.';

function textOf({ form }: PageRequest): string {
  const file = form.file('document');
  return file === undefined ? form.text('tekst') : new TextDecoder().decode(file.bytes);
}

function parsed(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    return undefined;
  }
}

async function take(request: PageRequest, document: unknown): Promise<PageOutcome> {
  const uitkomst = await request.api.gateway.agreements.replace(request.principal, document);
  return uitkomst.kind === 'ok' ? { kind: 'to', url: '/afspraken' } : refused(uitkomst.fouten);
}

async function look(request: PageRequest, document: unknown, tekst: string, nummer: number): Promise<PageOutcome> {
  const { api, principal } = request;
  const proef = await inTurn(request, 'proef', () => api.gateway.agreements.tryReplace(principal, document));
  if (proef === null) return { kind: 'busy' };
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
        <p class="bericht-vak fout">
          In dit document {fouten.length === 1 ? 'is één fout' : `zijn ${fouten.length} fouten`} gevonden. Er is niets
          overgenomen.
        </p>
        <Fouten van={fouten} />
        <p>
          <a href="/afspraken#invoer">Kies een ander document</a>
        </p>
      </>
    ),
  };
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
            <li>{melding}</li>
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
