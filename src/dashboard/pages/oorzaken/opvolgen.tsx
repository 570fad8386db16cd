import type { VNode } from 'preact';
import { OORZAAK_STANDEN, type OorzaakGroep } from '../../../gateway/refused/causes.ts';
import type { HerhalingBeeld } from '../../../gateway/refused/replays.ts';
import { BERICHT_TYPES } from '../../../standard/message-types.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Feiten } from '../../kit/lijst.tsx';
import { count } from '../../kit/value.tsx';
import { troubleOf } from '../../layout/trouble.tsx';
import type { Form, PageRequest, PageRoute, Post, View } from '../../page.ts';
import { naarHerhaling, toMessages } from '../../words/links.ts';
import { namesFor } from '../../words/of-request.ts';

/** A note and a state. */
export const OORZAAK_ZETTEN: Post = {
  path: '/oorzaken',
  action: 'cause.set',
  act: async ({ api, principal, form }) => {
    const stand = OORZAAK_STANDEN.find((een) => een === form.text('stand'));
    if (stand === undefined) return troubleOf(422, 'Onjuiste stand', 'Kies open, gemeld of opgelost.');
    const gezet = await api.gateway.causes.setState(principal, groepUit(form), stand, form.text('notitie') || null);
    return gezet === undefined ? { kind: 'not-found' } : { kind: 'to', url: '/oorzaken' };
  },
};

/** First counted, then done: the second form says so. */
export const HERHALEN: Post = {
  path: '/oorzaken/herhalen',
  action: 'replay.start',
  act: async (request) => {
    const { api, principal, form } = request;
    const { partij, type, regel } = groepUit(form);
    const filter = { partij, regel, ...(type === null ? {} : { type }) };
    const echt = form.text('doen') === 'echt';
    const herhaling = await api.gateway.replays.start(principal, filter, !echt);
    if (echt) return { kind: 'to', url: naarHerhaling(herhaling.id, { partij, type, regels: [regel] }) };
    const oorzaken = await api.gateway.causes.list(principal, { partij });
    const oorzaak = oorzaken.find((een) => een.regel === regel && een.type === type);
    const names = await namesFor(request);
    return proef(herhaling, form, `${regel} van ${names.party(partij)}`, oorzaak?.berichten ?? null);
  },
};

/** How far a bulk replay is. */
export const HERHALING: PageRoute = {
  path: '/oorzaken/herhaling/:id',
  action: 'replay.try',
  query: ['partij', 'type', 'regel'],
  show: async ({ api, principal, params, query }: PageRequest) => {
    const herhaling = await api.gateway.replays.read(principal, params.id ?? '');
    if (herhaling === undefined) return { kind: 'not-found' };
    return {
      kind: 'view',
      title: 'Oorzaken: opnieuw beoordelen',
      live: ['bericht.beoordeeld', 'bericht.ontvangen'],
      body: (
        <>
          <p class="bericht-vak">
            {herhaling.klaar
              ? 'Alles is opnieuw in de rij gezet.'
              : 'De berichten worden in de rij gezet. Dit gaat vanzelf verder, ook na een herstart.'}{' '}
            <a href={hier(herhaling.id, query)}>Kijk hoe ver het is</a>.
          </p>
          <Tellingen van={herhaling} />
          {await afloop(api, principal, query, herhaling)}
          <p>
            <a href="/oorzaken">Naar de oorzaken</a>
          </p>
        </>
      ),
    };
  },
};

function groepUit(form: Form): OorzaakGroep {
  const type = BERICHT_TYPES.find((een) => een === form.text('type')) ?? null;
  return { partij: form.text('partij'), type, regel: form.text('regel') };
}

/** This page again. */
function hier(id: string, query: PageRequest['query']): string {
  const params = new URLSearchParams(query);
  return `/oorzaken/herhaling/${id}${params.size === 0 ? '' : `?${params}`}`;
}

const HOOGSTENS = 500;

/** What became of the messages of this group that were judged since: those that still stand in it, and the rest. */
async function afloop(
  api: PageRequest['api'],
  principal: PageRequest['principal'],
  query: PageRequest['query'],
  { op, aangeboden, klaar }: HerhalingBeeld,
): Promise<VNode | null> {
  const { partij, regel } = query;
  const type = BERICHT_TYPES.find((een) => een === query.type);
  if (!klaar) return null;
  if (partij === undefined || regel === undefined || !/^\d{4,8}$/.test(partij)) {
    return (
      <p>
        Wat ervan is geworden staat bij <a href={toMessages({ partij, type })}>de berichten zelf</a>.
      </p>
    );
  }
  const groep = { partij, regel, ...(type === undefined ? {} : { type }) };
  const { items } = await api.gateway.messages.list(principal, { ...groep, richting: 'in', limit: HOOGSTENS });
  const weer = items.filter(({ beoordeeldOp }) => beoordeeldOp !== null && beoordeeldOp >= op).length;
  return (
    <p>
      <strong>
        {count(weer)} van de {count(aangeboden)}
      </strong>{' '}
      opnieuw afgewezen om {regel}. <a href={toMessages(groep)}>De berichten met {regel}</a>; wat er niet meer bij
      staat, is goedgekeurd, wacht nog, of heeft een andere bevinding.
    </p>
  );
}

const REDENEN: Readonly<Record<string, string>> = {
  'al-beantwoord': 'is al beantwoord: een bericht krijgt één antwoord',
  'wacht-al': 'wacht al op beoordeling',
  'zelf-samengesteld': 'is door de gateway zelf samengesteld',
  'niet-meer-aanwezig': 'is niet meer aanwezig',
};

function Tellingen({ van }: { readonly van: HerhalingBeeld }): VNode {
  return (
    <Feiten
      van={[
        ['Geweigerd of vastgelopen', `${count(van.gevraagd)} berichten`],
        van.proef
          ? ['Kan opnieuw worden beoordeeld', count(van.aangeboden)]
          : ['Opnieuw in de rij gezet', `${count(van.aangeboden)} van de ${count(van.gevraagd)}`],
        ...Object.entries(van.geweigerd).map(([reden, aantal]) => [REDENEN[reden] ?? reden, count(aantal)] as const),
      ]}
    />
  );
}

function proef(herhaling: HerhalingBeeld, form: Form, wat: string, berichten: number | null): View {
  return {
    kind: 'view',
    title: 'Oorzaken: wat opnieuw kan',
    body: (
      <>
        <p class="bericht-vak">
          {wat}
          {berichten === null ? '' : `, ${count(berichten)} berichten`}: geteld; er is nog niets veranderd.
        </p>
        <Tellingen van={herhaling} />
        {herhaling.aangeboden === 0 ? (
          <p>
            Geen van deze berichten kan opnieuw worden beoordeeld: alleen wat is geweigerd of vastgelopen kan dat, en de
            andere hebben hun antwoord al. De afzender stuurt ze verbeterd en met een nieuwe Identificatie.
          </p>
        ) : (
          <Formulier action="/oorzaken/herhalen" class="kort" label="Opnieuw beoordelen">
            {['partij', 'type', 'regel'].map((naam) => (
              <input type="hidden" name={naam} value={form.text(naam)} />
            ))}
            <p>Hetzelfde bestand krijgt hetzelfde oordeel, tenzij de regels of de afspraken zijn veranderd.</p>
            <Knop naam="doen" waarde="echt">
              {`Beoordeel ${count(herhaling.aangeboden)} berichten opnieuw`}
            </Knop>
          </Formulier>
        )}
        <p>
          <a href="/oorzaken">Naar de oorzaken</a>
        </p>
      </>
    ),
  };
}
