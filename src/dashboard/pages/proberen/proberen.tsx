import type { ComponentChildren, JSX, VNode } from 'preact';
import { XML_HOOGSTENS } from '../../../api/inhoud.ts';
import type { DryRun, DryRunHow } from '../../../gateway/trials/dry-run.ts';
import type { Improving } from '../../../gateway/trials/improve.ts';
import { PRETENDS } from '../../../gateway/trials/pretend.ts';
import type { Voorstel } from '../../../rules/voorstellen.ts';
import { BERICHT_TYPES } from '../../../standard/message-types.ts';
import { Formulier, Foutlijst, Knop, Tekstvak } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { Status } from '../../kit/merk.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import type { TabelBeeld } from '../../kit/table-data.tsx';
import { inTurn } from '../../kit/turn.ts';
import { Uitgaand } from '../../kit/uitgaand.tsx';
import type { FormFile, PageOutcome, PageRequest, PageRoute, Post } from '../../page.ts';
import { messageName } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { namesFor } from '../../words/of-request.ts';
import { Bevindingen } from '../bericht/bevindingen.tsx';
import { type Geprobeerd, geprobeerd, geprobeerdTabel, refused, TE_GROOT, Verslag } from './geprobeerd.tsx';
import { Klaar } from './klaar.tsx';
import { Gemaakt, Maker } from './maker.tsx';
import { Eruit, nogIn, Toegekend, toegekendIn } from './toegekend.tsx';
import { gekozen, keuzenIn, Verbeter, type Verbeterkeuzen } from './verbeter.tsx';
import { allesVol, verlagenHelptNiet } from './vol.tsx';
import { Alsof, tegenWat, Voorgeschiedenis } from './voorgeschiedenis.tsx';

/** `/proberen`: a message is judged as a real one would be, and nothing is kept. */
export const PROBEREN: PageRoute = {
  path: '/proberen',
  action: 'message.try',
  query: ['bericht'],
  show: async (request) => begin(request),
};

export const PROBEREN_DOEN: Post = {
  path: '/proberen',
  action: 'message.try',
  bodyLimit: 2 * XML_HOOGSTENS,
  act: async (request) => {
    const { form, principal } = request;
    if (form.text('doen') === 'maak') return make(request);
    const files = form.files('bestand');
    const [file] = files;
    if (files.length > 1) return tryAll(request, files);
    const tekst = file === undefined ? form.text('bericht') : new TextDecoder().decode(file.bytes);
    if (tekst === '')
      return view(principal, { status: 422, fout: 'Plak een bericht in het vak, of kies een bestand.' });
    if (form.text('doen') === 'verbeter') return improved(request, tekst);
    return tryOut(request, tekst, file?.bytes ?? new TextEncoder().encode(tekst));
  },
};

/** Empty, or with a message of one's own in the box, to be made better: without the lines of it that were granted. */
async function begin(request: PageRequest): Promise<PageOutcome> {
  const { api, principal, query } = request;
  const { bericht } = query;
  if (bericht === undefined) return view(principal, {});
  const bytes = await api.gateway.messages.openBody(principal, bericht);
  if (bytes === undefined) return { kind: 'not-found' };
  const tekst = new TextDecoder().decode(bytes);
  const van = await verbetert(request, bericht, tekst, tekst);
  const granted = new Set(van.toegekend);
  const beter =
    bytes.length > IN_HET_VAK
      ? null
      : await inTurn(request, 'proef', () => api.gateway.intake.improve(principal, tekst, { ...NIETS, granted }));
  if (beter === null || beter.kind !== 'tried' || beter.proef.kind !== 'judged')
    return view(principal, { ...van, tekst });
  const { text, proef } = beter;
  const nog = van.toegekend === undefined ? {} : { toegekend: nogIn(text, van.toegekend) };
  return view(principal, {
    ...{ ...van, ...nog, tekst: text, voorstellen: proef.voorstellen },
    eruit: granted.size - (nog.toegekend?.length ?? 0),
  });
}

const NIETS: Improving = { follow: new Set(), set: new Map(), remove: new Set(), granted: new Set() };

/** Of which message this is the better one, and what of that is to be taken out of it. */
async function verbetert(
  request: PageRequest,
  van: string,
  tekst: string,
  gestuurd?: string,
): Promise<Pick<Afloop, 'van' | 'toegekend'>> {
  if (!UUID.test(van)) return {};
  const toegekend = await toegekendIn(request, van, tekst, gestuurd);
  return toegekend === null ? { van } : { van, toegekend };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Bytes of a message that is tried when its sender comes to make it better. */
const IN_HET_VAK = 1024 * 1024;

/** The message with what was chosen changed in every place, and what becomes of it then. */
async function improved(request: PageRequest, tekst: string): Promise<PageOutcome> {
  const { api, principal, form } = request;
  const how = howOf(request);
  if (tekst.length > XML_HOOGSTENS) return view(principal, { status: 422, fout: TE_GROOT.melding });
  const beter = await inTurn(request, 'proef', () => api.gateway.intake.improve(principal, tekst, gekozen(form), how));
  if (beter === null) return { kind: 'busy' };
  if (beter.kind === 'nothing-left') {
    const fout =
      'Zo blijft er geen prestatie over en is er niets om te sturen. Wat u koos staat er nog: laat ten minste één prestatie in het bericht staan, of stuur nu niets.';
    const verbeterd = await verbetert(request, form.text('van'), tekst);
    const { voorstellen } = beter;
    return view(principal, { ...how, ...verbeterd, status: 422, tekst, fout, voorstellen, ingevuld: keuzenIn(form) });
  }
  return tried(request, beter.proef, beter.text);
}

/** A message in the box to try with, and beside it what it is. */
async function make({ api, principal, form }: PageRequest): Promise<PageOutcome> {
  const [type, regel] = [BERICHT_TYPES.find((een) => een === form.text('type')), form.text('regel').toUpperCase()];
  const gevraagd = { type, regel };
  if (type === undefined && regel === '')
    return view(principal, { status: 422, makerFout: 'Kies een soort bericht, of vul een regel in.', gevraagd });
  const gemaakt = await api.gateway.intake.example(
    principal,
    regel === '' && type !== undefined ? { type } : { regel },
  );
  if (gemaakt.kind === 'unknown-rule')
    return view(principal, { status: 422, makerFout: `Van regel ${regel} is geen voorbeeld.`, gevraagd });
  if (gemaakt.kind === 'no-contract')
    return view(principal, {
      status: 422,
      makerFout: 'Er geldt geen contract waarmee dit bericht kan worden gemaakt.',
      gevraagd,
    });
  const uitkomst = <Gemaakt {...{ regel, type, voorafgaand: gemaakt.voorafgaand }} />;
  const alsof = regel === '' && type !== undefined && PRETENDS.has(type);
  return view(principal, { tekst: gemaakt.xml, uitkomst, gevraagd, alsof });
}

/** Each file by itself: what became of it, and the first thing that is wrong. */
async function tryAll(request: PageRequest, files: readonly FormFile[]): Promise<PageOutcome> {
  const { api, principal } = request;
  const how = howOf(request);
  const names = await namesFor(request);
  const rijen: Geprobeerd[] = [];
  const verslagen: VNode[] = [];
  // What a system hides in a folder is no message that somebody wants to try.
  for (const { name, bytes } of files.filter((file) => !file.name.startsWith('.'))) {
    const proef =
      bytes.length > XML_HOOGSTENS
        ? TE_GROOT
        : await inTurn(request, 'proef', () => api.gateway.intake.dryRun(principal, bytes, how));
    if (proef === null) return { kind: 'busy' };
    rijen.push(geprobeerd(name, proef, names));
    if (proef.kind === 'judged') verslagen.push(<Verslag naam={name} proef={proef} bytes={bytes} names={names} />);
  }
  const beeld = geprobeerdTabel(rijen);
  return view(principal, {
    ...how,
    tables: [beeld],
    uitkomst: (
      <Sectie kop="Uitkomst">
        <Tabel van={beeld} />
        <h3>Verslag per bestand</h3>
        {verslagen}
      </Sectie>
    ),
  });
}

async function tryOut(request: PageRequest, tekst: string, bytes: Uint8Array): Promise<PageOutcome> {
  const { api, principal } = request;
  const how = { ...howOf(request), voorstellen: true };
  if (bytes.length > XML_HOOGSTENS) return view(principal, { status: 422, fout: TE_GROOT.melding });
  const proef = await inTurn(request, 'proef', () => api.gateway.intake.dryRun(principal, bytes, how));
  if (proef === null) return { kind: 'busy' };
  return tried(request, proef, tekst);
}

async function tried(request: PageRequest, proef: DryRun, tekst: string): Promise<PageOutcome> {
  const { principal } = request;
  const how = howOf(request);
  const names = await namesFor(request);
  const verbeterd = await verbetert(request, request.form.text('van'), tekst);
  if (proef.kind !== 'judged')
    return view(principal, { ...how, ...verbeterd, status: 422, tekst, fout: refused(proef, names) });
  const { voorstellen } = proef;
  return view(principal, {
    ...{ ...how, ...verbeterd, tekst, voorstellen },
    uitkomst: <Uitkomst {...{ proef, tekst, names }} eigen={verbeterd.van !== undefined} />,
  });
}

/** A field that takes a folder. */
const MAP = { id: 'veld-map', type: 'file', name: 'bestand', webkitdirectory: true, multiple: true };

/** Whether toewijzingen that the gateway does not have are taken for granted. */
function howOf({ form }: PageRequest): Pick<DryRunHow, 'alsof'> {
  return { alsof: form.text('alsof') === 'ja' };
}

interface Afloop extends Pick<DryRunHow, 'alsof'> {
  readonly status?: number;
  readonly fout?: string;
  readonly makerFout?: string;
  readonly tekst?: string;
  /** Id of the message that is made better here, and of one that was granted in part the lines granted that still stand in it. */
  readonly van?: string;
  readonly toegekend?: readonly string[];
  /** How many such lines were taken out of it. */
  readonly eruit?: number;
  /** What is wrong with what stands in the box, as far as it can be put right there. */
  readonly voorstellen?: readonly Voorstel[];
  /** What of that was chosen. */
  readonly ingevuld?: Verbeterkeuzen;
  readonly uitkomst?: ComponentChildren;
  readonly tables?: readonly TabelBeeld[];
  readonly gevraagd?: { readonly type?: string | undefined; readonly regel?: string };
}

function view(principal: PageRequest['principal'], afloop: Afloop): PageOutcome {
  const { status = 200, fout, makerFout, tekst, uitkomst, tables = [], gevraagd = {}, alsof = false } = afloop;
  const { van, toegekend = [], eruit = 0, voorstellen = [], ingevuld } = afloop;
  return {
    kind: 'view',
    status,
    title: 'Proberen',
    tables,
    intro:
      'Plak een bericht en zie het verslag en de antwoorden die het zou krijgen. Er wordt niets bewaard en niets verstuurd.',
    body: (
      <>
        <Foutlijst fouten={[fout, makerFout].filter((zin) => zin !== undefined)} />
        <Toegekend van={toegekend} />
        <Eruit aantal={eruit} />
        {uitkomst}
        <Formulier action="/proberen" label="Bericht proberen" bestanden neerzetten>
          {van === undefined ? null : <input type="hidden" name="van" value={van} />}
          <Verbeter van={voorstellen} tekst={tekst ?? ''} ingevuld={ingevuld} />
          <Tekstvak naam="bericht" label="Bericht (XML)" regels={12} code waarde={tekst} fout={fout} />
          <div class="veld">
            <label for="veld-bestand">
              Of een of meer bestanden, ten hoogste 100; u kunt ze ook hierop slepen, een hele map ook
            </label>
            <input id="veld-bestand" type="file" name="bestand" accept=".xml,application/xml,text/xml" multiple />
          </div>
          <div class="veld">
            <label for="veld-map">Of een map met berichten</label>
            {/* Browsers know the attribute; the types of Preact do not. */}
            <input {...({ ...MAP } as JSX.IntrinsicElements['input'])} />
          </div>
          <p class="uitleg" role="status" data-gekozen />
          {principal.role === 'aanbieder' ? (
            <p class="keuze">
              <input type="checkbox" id="veld-alsof" name="alsof" value="ja" checked={alsof} />
              <label for="veld-alsof">
                Doe alsof de toewijzing er is: voor een JW305, JW307 of JW323 over een toewijzing die de gateway (nog)
                niet heeft, zoals van een verzonnen kind
              </label>
            </p>
          ) : null}
          <p>
            <Knop>Probeer</Knop>
          </p>
        </Formulier>
        <Maker role={principal.role} gevraagd={gevraagd} fout={makerFout} />
      </>
    ),
  };
}

function Uitkomst(props: {
  readonly proef: Extract<DryRun, { kind: 'judged' }>;
  readonly tekst: string;
  readonly names: Names;
  /** It was sent before: what the gateway does not have of it does not come any more. */
  readonly eigen: boolean;
}) {
  const { proef, tekst, names, eigen } = props;
  const { type, release, status, bevindingen, antwoorden, alsof } = proef;
  const bij = (regel: string) =>
    [tegenWat(regel), verlagenHelptNiet(regel, proef.voorstellen)].filter((zin) => zin !== null).join(' ') || null;
  return (
    <>
      <Sectie kop="Uitkomst">
        <p class="bericht-vak">
          {messageName(type)}
          {release === null ? '' : ` (iJW ${release})`}: <Status is={status} />
        </p>
        <Klaar proef={proef} tekst={tekst} />
        <Alsof nummers={alsof} />
        <Bevindingen van={bevindingen} xml={tekst} names={names} bij={bij} />
        {eigen ? null : <Voorgeschiedenis van={bevindingen} type={type} alsof={alsof} />}
        {status === 'goedgekeurd' ? null : <Verder van={proef.voorstellen} tekst={tekst} />}
      </Sectie>
      <Sectie kop="Wat er als antwoord zou uitgaan">
        {antwoorden.length === 0 ? <p class="leeg">Er zou geen bericht uitgaan.</p> : null}
        <Uitgaand van={antwoorden} names={names} />
      </Sectie>
    </>
  );
}

/** Where to go on with what was not approved. */
function Verder({ van, tekst }: { readonly van: readonly Voorstel[]; readonly tekst: string }): VNode {
  if (van.length === 0)
    return (
      <p>
        <a href="#veld-bericht">Ga naar uw bericht</a>
      </p>
    );
  return (
    <p>
      <a href="#verbeter">{allesVol(van, tekst) ? 'Zie wat u nu kunt doen' : 'Verbeter het in één keer'}</a>, of{' '}
      <a href="#veld-bericht">ga naar uw bericht</a>.
    </p>
  );
}
