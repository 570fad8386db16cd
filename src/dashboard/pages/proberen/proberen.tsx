import type { ComponentChildren } from 'preact';
import { XML_HOOGSTENS } from '../../../api/inhoud.ts';
import type { DryRun } from '../../../gateway/trials/dry-run.ts';
import { Formulier, Foutlijst, Knop, Tekstvak } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { Status } from '../../kit/merk.tsx';
import { Xml } from '../../kit/rol.tsx';
import { inTurn } from '../../kit/turn.ts';
import type { PageOutcome, PageRequest, PageRoute, Post } from '../../page.ts';
import { messageName } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { namesFor } from '../../words/of-request.ts';
import { Bevindingen } from '../bericht/bevindingen.tsx';

/** `/proberen`: a message is judged as a real one would be, and nothing is kept. */
export const PROBEREN: PageRoute = { path: '/proberen', action: 'message.try', show: async () => view({}) };

export const PROBEREN_DOEN: Post = {
  path: '/proberen',
  action: 'message.try',
  bodyLimit: 2 * XML_HOOGSTENS,
  act: async (request) => {
    const file = request.form.file('bestand');
    const tekst = file === undefined ? request.form.text('bericht') : new TextDecoder().decode(file.bytes);
    if (tekst === '') return view({ status: 422, fout: 'Plak een bericht in het vak, of kies een bestand.' });
    return tryOut(request, tekst, file?.bytes ?? new TextEncoder().encode(tekst));
  },
};

async function tryOut(request: PageRequest, tekst: string, bytes: Uint8Array): Promise<PageOutcome> {
  const { api, principal } = request;
  if (bytes.length > XML_HOOGSTENS) return view({ status: 422, fout: 'Een bericht is ten hoogste 25 MiB.' });
  const proef = await inTurn(request, 'proef', () => api.gateway.intake.dryRun(principal, bytes));
  if (proef === null) return { kind: 'busy' };
  const names = await namesFor(request);
  if (proef.kind === 'judged') return view({ tekst, uitkomst: <Uitkomst {...{ proef, tekst, names }} /> });
  return view({ status: 422, tekst, fout: refused(proef, names) });
}

function refused(proef: Exclude<DryRun, { kind: 'judged' }>, names: Names): string {
  if (proef.kind === 'unidentifiable') return proef.bevinding.melding;
  if (proef.kind === 'frozen') return 'Volgens de afspraken worden berichten van deze release nu niet aangenomen.';
  return proef.zender === null
    ? 'In de kop van het bericht staat niet wie het verstuurt.'
    : `Dit bericht is van ${names.party(proef.zender)}. U kunt alleen berichten proberen die u zelf mag versturen.`;
}

function view(afloop: {
  readonly status?: number;
  readonly fout?: string;
  readonly tekst?: string;
  readonly uitkomst?: ComponentChildren;
}): PageOutcome {
  const { status = 200, fout, tekst, uitkomst } = afloop;
  return {
    kind: 'view',
    status,
    title: 'Proberen',
    intro:
      'Plak een bericht en zie het verslag en de antwoorden die het zou krijgen. Er wordt niets bewaard en niets verstuurd.',
    body: (
      <>
        <Foutlijst fouten={fout === undefined ? [] : [fout]} />
        {uitkomst}
        <Formulier action="/proberen" label="Bericht proberen" bestanden>
          <Tekstvak naam="bericht" label="Bericht (XML)" regels={12} code waarde={tekst} fout={fout} />
          <div class="veld">
            <label for="veld-bestand">Of een bestand</label>
            <input id="veld-bestand" type="file" name="bestand" accept=".xml,application/xml,text/xml" />
          </div>
          <p>
            <Knop>Probeer</Knop>
          </p>
        </Formulier>
      </>
    ),
  };
}

function Uitkomst(props: {
  readonly proef: Extract<DryRun, { kind: 'judged' }>;
  readonly tekst: string;
  readonly names: Names;
}) {
  const { proef, tekst, names } = props;
  const { type, release, status, bevindingen, antwoorden } = proef;
  return (
    <>
      <Sectie kop="Uitkomst">
        <p class="bericht-vak">
          {messageName(type)}
          {release === null ? '' : ` (iJW ${release})`}: <Status is={status} />
        </p>
        <Bevindingen van={bevindingen} xml={tekst} />
      </Sectie>
      <Sectie kop="Wat er als antwoord zou uitgaan">
        {antwoorden.length === 0 ? <p class="leeg">Er zou geen bericht uitgaan.</p> : null}
        {antwoorden.map((antwoord) => (
          <details>
            <summary>
              {messageName(antwoord.type)} aan {names.party(antwoord.ontvanger)}
            </summary>
            <Xml label={`De XML van de ${antwoord.type}`}>{antwoord.xml}</Xml>
          </details>
        ))}
      </Sectie>
    </>
  );
}
