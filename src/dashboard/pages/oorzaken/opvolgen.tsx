import type { VNode } from 'preact';
import { OORZAAK_STANDEN, type OorzaakGroep } from '../../../gateway/refused/causes.ts';
import type { HerhalingBeeld } from '../../../gateway/refused/replays.ts';
import { BERICHT_TYPES } from '../../../standard/message-types.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Feiten } from '../../kit/lijst.tsx';
import { count } from '../../kit/value.tsx';
import { troubleOf } from '../../layout/trouble.tsx';
import type { Form, PageRequest, PageRoute, Post, View } from '../../page.ts';

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
  act: async ({ api, principal, form }) => {
    const { partij, type, regel } = groepUit(form);
    const filter = { partij, regel, ...(type === null ? {} : { type }) };
    const echt = form.text('doen') === 'echt';
    const herhaling = await api.gateway.replays.start(principal, filter, !echt);
    return echt ? { kind: 'to', url: `/oorzaken/herhaling/${herhaling.id}` } : proef(herhaling, form);
  },
};

/** How far a bulk replay is. */
export const HERHALING: PageRoute = {
  path: '/oorzaken/herhaling/:id',
  action: 'replay.try',
  show: async ({ api, principal, params }: PageRequest) => {
    const herhaling = await api.gateway.replays.read(principal, params.id ?? '');
    if (herhaling === undefined) return { kind: 'not-found' };
    return {
      kind: 'view',
      title: 'Oorzaken: opnieuw beoordelen',
      live: ['bericht.beoordeeld', 'bericht.ontvangen'],
      body: (
        <>
          <p class="bericht-vak">
            {herhaling.klaar ? 'Alles is aangeboden.' : 'Dit gaat vanzelf verder, ook na een herstart.'}
          </p>
          <Tellingen van={herhaling} />
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
        ['Gevraagd', `${count(van.gevraagd)} berichten`],
        ['Aangeboden', count(van.aangeboden)],
        ...Object.entries(van.geweigerd).map(([reden, aantal]) => [REDENEN[reden] ?? reden, count(aantal)] as const),
      ]}
    />
  );
}

function proef(herhaling: HerhalingBeeld, form: Form): View {
  return {
    kind: 'view',
    title: 'Oorzaken: wat opnieuw kan',
    body: (
      <>
        <p class="bericht-vak">Dit is geteld; er is nog niets veranderd.</p>
        <Tellingen van={herhaling} />
        {herhaling.aangeboden === 0 ? (
          <p>
            Geen van deze berichten kan opnieuw worden beoordeeld. De afzender stuurt ze verbeterd en met een nieuwe
            Identificatie.
          </p>
        ) : (
          <Formulier action="/oorzaken/herhalen" class="kort" label="Opnieuw beoordelen">
            {['partij', 'type', 'regel'].map((naam) => (
              <input type="hidden" name={naam} value={form.text(naam)} />
            ))}
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
