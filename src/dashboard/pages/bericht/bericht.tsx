import type { VNode } from 'preact';
import { refusal } from '../../../access/actions.ts';
import { toonBericht } from '../../../api/weergave.ts';
import type { Bevinding } from '../../../findings/bevinding.ts';
import type { BerichtBeeld } from '../../../gateway/messages.ts';
import type { Story } from '../../../gateway/people/stories.ts';
import { Formulier, Foutlijst, Knop, Tekstvak } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { Xml } from '../../kit/rol.tsx';
import { Tabel } from '../../kit/tabel.tsx';
import { type TabelBeeld, tabel } from '../../kit/table-data.tsx';
import { NIETS } from '../../kit/value.tsx';
import type { PageOutcome, PageRequest, PageRoute, Post, View } from '../../page.ts';
import { findingText } from '../../words/finding.ts';
import { isDeclaratie, MESSAGE_NAMES } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { namesFor } from '../../words/of-request.ts';
import { isSent, saysOf } from '../../words/sent.ts';
import { genomen, metToewijzingen } from '../werkbak/genomen.tsx';
import { beantwoordDoor, Gezegde, retourcodesTabel, WaaromGeweigerd } from './antwoord.tsx';
import { Bevindingen } from './bevindingen.tsx';
import { declaratieFeiten } from './declaratie.ts';
import { Kern } from './kern.tsx';
import { metAfwijzing, naBesluit } from './na-besluit.ts';
import { prestatieOf } from './prestatie.ts';
import { Tijd } from './tijd.tsx';
import { Uitgegaan, uitgegaanTabellen } from './uit.tsx';
import { StandVanVerzoeken } from './verzoek-stand.tsx';
import { vanDeDag } from './volume.ts';

/** What a form on this page brought about. */
interface Afloop {
  /** Text of the message, once it may be shown. */
  readonly xml?: string;
  readonly fout?: string;
  readonly melding?: string;
}

/** `/berichten/{id}`: a party reads its own message whole; staff opens the body with a reason. */
export const BERICHT: PageRoute = {
  path: '/berichten/:id',
  action: 'message.read',
  show: async (request) => {
    const own = request.principal.kind === 'party' ? await bodyOf(request, null) : undefined;
    return show(request, own === undefined ? {} : { xml: own });
  },
};

export const BERICHT_OPENEN: Post = {
  path: '/berichten/:id',
  action: 'message.open',
  act: async (request) => {
    const reden = request.form.text('reden');
    if (reden === '') return show(request, { fout: 'Vul in waarom u de inhoud wilt zien.' }, 422);
    const xml = await bodyOf(request, reden);
    return xml === undefined ? { kind: 'not-found' } : show(request, { xml });
  },
};

export const BERICHT_OPNIEUW: Post = {
  path: '/berichten/:id/opnieuw',
  action: 'message.replay',
  act: async (request) => {
    const { id = '' } = request.params;
    const uitkomst = await request.api.gateway.messages.replay(request.principal, id);
    if (uitkomst.kind === 'unknown') return { kind: 'not-found' };
    if (uitkomst.kind === 'waiting') return { kind: 'to', url: `/berichten/${id}` };
    return show(request, { melding: `Dit bericht is ${uitkomst.status} en kan niet opnieuw worden aangeboden.` }, 409);
  },
};

/** A delivery that failed, or waits for its next moment, once more. */
export const AFLEVERING_OPNIEUW: Post = {
  path: '/berichten/:id/aflevering',
  action: 'delivery.again',
  act: async (request) => {
    const { id = '' } = request.params;
    const uitkomst = await request.api.gateway.outgoing.deliverAgain(
      request.principal,
      request.form.text('aflevering'),
    );
    if (uitkomst.kind === 'unknown') return { kind: 'not-found' };
    if (uitkomst.kind === 'again') return { kind: 'to', url: `/berichten/${id}` };
    const bevestigd = uitkomst.aflevering.status === 'bevestigd';
    const melding = bevestigd
      ? 'Deze aflevering is al bevestigd.'
      : 'Deze aflevering is nu onderweg; probeer het zo opnieuw.';
    return show(request, { melding }, 409);
  },
};

/** Written down before it is shown, when it is no party of the message that opens it. */
async function bodyOf({ api, principal, params }: PageRequest, reden: string | null): Promise<string | undefined> {
  const bytes = await api.gateway.messages.openBody(principal, params.id ?? '', reden);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

async function show(request: PageRequest, afloop: Afloop, status = 200): Promise<PageOutcome> {
  const { api, principal, params } = request;
  const [story, names] = await Promise.all([
    api.gateway.stories.message(principal, params.id ?? ''),
    namesFor(request),
  ]);
  if (story === undefined) return { kind: 'not-found' };
  const { verzoeken } = story;
  const { bevindingen } = story.bericht;
  const bericht = metAfwijzing({ ...story.bericht, bevindingen: naBesluit(bevindingen, verzoeken) }, story.besluiten);
  const besluiten = genomen(await metToewijzingen(request, story.besluiten), names);
  const beantwoord = await beantwoordDoor(request, bericht);
  const beeld = bevindingenTabel(bericht.bevindingen, afloop.xml ?? null);
  const retourcodes = retourcodesTabel(bericht, afloop.xml ?? null);
  const uit = uitgegaanTabellen(bericht, names, refusal(principal, 'delivery.again') === null);
  return {
    kind: 'view',
    status,
    title: titel(bericht),
    tables: [beeld, ...(retourcodes === null ? [] : [retourcodes]), ...uit],
    live: [
      'bericht.beoordeeld',
      'bericht.vastgelopen',
      'aflevering.aangeboden',
      'aflevering.bevestigd',
      'aflevering.mislukt',
      'besluit',
    ],
    body: (
      <>
        <Foutlijst fouten={[afloop.fout, afloop.melding].filter((zin) => zin !== undefined)} />
        <Kern
          bericht={bericht}
          names={names}
          stand={standOf(bericht, verzoeken, principal)}
          beantwoord={beantwoord?.bericht.status}
          declaratie={declaratieFeiten(beantwoord?.bericht ?? bericht, (beantwoord ?? { xml: afloop.xml ?? null }).xml)}
        />
        {refusal(principal, 'message.replay') === null && OPNIEUW.has(bericht.status) ? (
          <Opnieuw id={bericht.id} />
        ) : null}
        <Sectie kop="Bevindingen" id="bevindingen">
          {WaaromGeweigerd({ antwoord: bericht, op: beantwoord, names }) ?? (
            <Beoordeling bericht={bericht} xml={afloop.xml ?? null} names={names} retourcodes={retourcodes} />
          )}
          <Verbeter bericht={bericht} xml={afloop.xml} principal={principal} />
          {bericht.bevindingen.length === 0 ? null : (
            <details>
              <summary>De bevindingen als tabel</summary>
              <Tabel van={beeld} />
            </details>
          )}
        </Sectie>
        <Uitgegaan tabellen={uit} />
        <Tijd van={story} besluiten={besluiten} staff={principal.kind === 'staff'} names={names} />
        <Inhoud id={bericht.id} afloop={afloop} staff={principal.kind === 'staff'} />
      </>
    ),
  } satisfies View;
}

/** What became of the requests in a message; null where its status says all. */
function standOf({ status }: BerichtBeeld, verzoeken: Story['verzoeken'], principal: PageRequest['principal']) {
  if (status !== 'goedgekeurd' || verzoeken.length === 0) return null;
  return <StandVanVerzoeken van={verzoeken} werkbak={refusal(principal, 'werkbak.read') === null} />;
}

/** Characters of a message that a person changes by hand. */
const IN_HET_VAK = 500_000;

const OPNIEUW: ReadonlySet<string> = new Set(['vastgelopen', 'geweigerd']);

function titel({ type, ...b }: BerichtBeeld): string {
  const { identificatie } = toonBericht({ type, ...b });
  const wat = type === null ? '(onleesbaar)' : `${type}, ${MESSAGE_NAMES[type].toLowerCase()}`;
  return `Bericht ${wat}${identificatie === null ? '' : ` ${identificatie}`}`;
}

function bevindingenTabel(bevindingen: readonly Bevinding[], xml: string | null): TabelBeeld {
  const referentie = prestatieOf(xml);
  const vanRegels = bevindingen.some((een) => referentie(een) !== null);
  return tabel<Bevinding>({
    naam: 'bevindingen',
    titel: 'Bevindingen',
    leeg: 'Geen bevindingen.',
    rijen: bevindingen,
    kolommen: [
      { kop: 'Ernst', waarde: ({ ernst }) => ernst },
      { kop: 'Regelcode', waarde: ({ regel }) => regel },
      { kop: 'Retourcode', waarde: ({ retourcode }) => retourcode },
      ...(vanRegels ? [{ kop: 'ReferentieNummer', waarde: referentie }] : []),
      { kop: 'Niveau', waarde: ({ niveau }) => niveau },
      { kop: 'Lijn', waarde: ({ lijn }) => lijn },
      { kop: 'Kolom', waarde: ({ kolom }) => kolom },
      { kop: 'Melding', waarde: ({ melding }) => findingText(melding) },
      // Where it may break: it is one word as wide as the table.
      { kop: 'Pad', waarde: ({ pad }) => pad, toon: ({ pad }) => pad?.replaceAll('/', '/\u200b') ?? NIETS },
    ],
  });
}

/** What is wrong with it: of what the gateway composed, and of what waits, nobody said that nothing is. */
function Beoordeling(props: {
  readonly bericht: BerichtBeeld;
  readonly xml: string | null;
  readonly names: Names;
  readonly retourcodes: TabelBeeld | null;
}) {
  const { bericht, xml, names, retourcodes } = props;
  const { bevindingen, inAntwoordOp, status } = bericht;
  if (bevindingen.length === 0 && saysOf(bericht) !== null) return <Gezegde bericht={bericht} beeld={retourcodes} />;
  if (bevindingen.length > 0 || !(isSent(bericht) || NIET_BEOORDEELD.has(status)))
    return <Bevindingen van={bevindingen} xml={xml} names={names} bij={vanDeDag} />;
  if (!isSent(bericht)) return <p class="leeg">Dit bericht is nog niet beoordeeld.</p>;
  return (
    <p class="leeg">
      De gateway heeft dit bericht zelf samengesteld; zij beoordeelt het niet.
      {inAntwoordOp === null ? null : (
        <>
          {' '}
          Bevindingen staan bij{' '}
          <a href={`/berichten/${inAntwoordOp}#bevindingen`}>het bericht waarop dit het antwoord is</a>.
        </>
      )}
    </p>
  );
}

const NIET_BEOORDEELD: ReadonlySet<string> = new Set(['ontvangen', 'vastgelopen']);

/** For the sender of what was not approved: the message in the box of Proberen, and as a file. */
function Verbeter(props: {
  readonly bericht: BerichtBeeld;
  readonly xml: string | undefined;
  readonly principal: PageRequest['principal'];
}): VNode | null {
  const { bericht, xml, principal } = props;
  if (principal.kind !== 'party' || xml === undefined || xml.length > IN_HET_VAK) return null;
  if (bericht.bevindingen.length === 0 || !principal.parties.includes(bericht.afzender ?? '')) return null;
  return (
    <p class="alleen-scherm">
      <a href={`/proberen?bericht=${bericht.id}#verbeter`}>Verbeter dit bericht op Proberen</a>: daar kiest u per
      oorzaak wat er op alle plaatsen verandert, en ziet u of het dan goed is. Of{' '}
      <a download={`${bericht.id}.xml`} href={`data:application/xml;base64,${Buffer.from(xml).toString('base64')}`}>
        bewaar de XML
      </a>
      .
      {isDeclaratie(bericht.type)
        ? ' Staat dezelfde zorg in meer afgewezen declaraties, verbeter dan alleen de laatste.'
        : null}
    </p>
  );
}

function Opnieuw({ id }: { readonly id: string }): VNode {
  return (
    <Formulier action={`/berichten/${id}/opnieuw`} class="kort">
      <Knop rustig>Beoordeel opnieuw</Knop>
      <span class="uitleg">
        Met de afspraken en regels van nu: zijn die niet veranderd, dan is het oordeel over hetzelfde bestand ook
        hetzelfde.
      </span>
    </Formulier>
  );
}

function Inhoud({
  id,
  afloop,
  staff,
}: {
  readonly id: string;
  readonly afloop: Afloop;
  readonly staff: boolean;
}): VNode {
  const { xml, fout } = afloop;
  return (
    <Sectie kop="Inhoud" id="xml">
      {xml === undefined ? (
        <Formulier action={`/berichten/${id}`} label="Inhoud openen">
          <p>
            In de inhoud staan gegevens van een kind. Uw reden en uw naam worden vastgelegd voordat u de inhoud ziet.
          </p>
          <Tekstvak naam="reden" label="Waarom wilt u de inhoud zien?" regels={2} fout={fout} />
          <p>
            <Knop>Open de inhoud</Knop>
          </p>
        </Formulier>
      ) : (
        <details open={staff}>
          <summary>De XML zoals hij {staff ? 'kwam' : 'is'}</summary>
          <Xml label="De XML van het bericht">{xml}</Xml>
        </details>
      )}
    </Sectie>
  );
}
