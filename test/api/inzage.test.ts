import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Action, actions, recordedAs, rolesFor } from '../../src/access/actions.ts';
import type { SleutelGegevens } from '../../src/access/keys/contract.ts';
import type { PartyPrincipal, Principal, StaffPrincipal } from '../../src/access/principal.ts';
import { NotAllowed } from '../../src/gateway/door.ts';
import { BEHEERDER, partijen } from '../access/wie.ts';
import { bericht, DOCUMENT, type NepGateway, toewijzing } from './nep-gateway.ts';
import { Opstelling } from './opstelling.ts';

const GEMEENTE = partijen('0439');
const AANBIEDER = partijen('42420001');
const ADRES = { gemeente: '0439', nummer: 12 };
const BERICHT = bericht().id;

/** Does it once, in the way that the ways in do; what is named after it is who does. */
const DOE: Readonly<Record<string, (g: NepGateway, wie: never) => Promise<unknown>>> = {
  'message.open': (g, wie) => g.messages.openBody(wie, BERICHT, 'een vraag'),
  'client.search': (g, wie) => g.messages.ofClient(wie, '999900006', { limit: 1 }),
  'client.show': (g, wie) => g.persons.show(wie, '999900006', 'een vraag'),
  'client.erase': (g, wie) => g.persons.erase(wie, '999900006', 'een vraag', false),
  'subscription.make': (g, wie) => g.subscriptions.make(wie, { weg: 'mail', adres: 'meldingen@voorbeeld.nl' }),
  'subscription.end': (g, wie) => g.subscriptions.end(wie, '01a1ffe3-0598-7231-b29d-aec695db5bc8'),
  'subscription.try': (g, wie) => g.subscriptions.trial(wie, '01a1ffe3-0598-7231-b29d-aec695db5bc8'),
  'search.keep': (g, wie) => g.savedSearches.save(wie, { naam: 'Afgekeurd', vraag: 'status=afgekeurd' }),
  'cause.set': (g, wie) =>
    g.causes.setState(wie, { partij: '42420001', type: 'JW323', regel: 'TR381' }, 'gemeld', 'Gebeld.'),
  'message.replay': (g, wie) => g.messages.replay(wie, BERICHT),
  'replay.start': (g, wie) => g.replays.start(wie, {}, false),
  'delivery.again': (g, wie) => g.outgoing.deliverAgain(wie, '7'),
  'agreements.replace': (g, wie) => g.agreements.replace(wie, DOCUMENT),
  'key.create': (g, wie) => g.keys.create(wie, SLEUTEL),
  'key.change': (g, wie) => g.keys.change(wie, 's0', { naam: 'anders' }),
  'key.end': (g, wie) => g.keys.end(wie, 's0'),
  'channel.set': (g, wie) => g.channels.change(wie, '42420001', { kanaal: 'ophalen' }),
  'toewijzing.open': (g, wie) => g.dossiers.openToewijzing(wie, ADRES, 'een vraag'),
  'budget.grant': (g, wie) => g.budgets.grant(wie, ADRES, { bedrag: 5, reden: 'x', plan: null, idempotentie: null }, 0),
  'contact-point.set': (g, wie) => g.dossiers.setContactPoint(wie, ADRES, null),
  'signal.set': (g, wie) => g.signals.setState(wie, '17', 'afronden', null),
  'decision.make': (g, wie) => g.werkbak.decide(wie, { item: BERICHT, besluit: 'toewijzen' } as never, 0),
  'session.begin': (g, wie) => g.sessions.begin(wie, 'ijw_geheim'),
  'session.end': async (g, wie) => g.sessions.end(wie, await g.sessiekast.begin('ijw_geheim')),
  'queue.change': (g, wie) => g.queues.recordChange(wie, 'retry ijw-AA/x'),
};
const SLEUTEL: SleutelGegevens = {
  ...{ naam: 'x', partij: null, partijen: null, regios: null, alleenLezen: false, geldigTot: null },
  rol: 'beheerder',
};

/** Somebody who may, and of whom it is written down. */
function wieMag(action: Action): PartyPrincipal | StaffPrincipal {
  const rollen = rolesFor(action);
  const kandidaten = [BEHEERDER, GEMEENTE, AANBIEDER].filter((wie) => rollen.includes(wie.role));
  // A state of a signal: the aanbieder finishes within it.
  const wie = action === 'signal.set' ? AANBIEDER : kandidaten.find((een) => recordedAs(een, action) !== undefined);
  if (wie === undefined) throw new Error(`nobody may ${action}`);
  return wie;
}

const geboekt = actions().filter((action) =>
  [BEHEERDER, GEMEENTE].some((wie) => recordedAs(wie as Principal, action) !== undefined),
);

describe('every action that is written down', () => {
  let o: Opstelling;
  beforeEach(async () => {
    o = await Opstelling.maak();
    const { gateway } = o;
    gateway.berichten.set(BERICHT, bericht());
    gateway.bytes.set(BERICHT, Buffer.from('<x/>'));
    gateway.toewijzing = { huidig: toewijzing({ nummer: 12 }), historie: [], gebruikt: 0, laan: 'AA|42420001' };
    gateway.oorzaken.push({
      ...{
        partij: '42420001',
        type: 'JW323',
        regel: 'TR381',
        retourcode: '9381',
        regels: 3,
        clienten: null,
        trend: [],
        berichten: 1,
      },
      ...{ eerste: '2026-01-01T00:00:00.000Z', laatste: '2026-01-01T00:00:00.000Z', voorbeeld: BERICHT },
      ...{ stand: 'open', notitie: null, standOp: null },
    });
    gateway.signaal = {
      ...{ id: '17', soort: 'signaalbudget', gemeente: '0362', aanbieder: '42420001', toewijzingNummer: 12 },
      ...{ percentage: 80, melding: 'x', op: '2026-01-01T00:00:00.000Z', stand: 'open', standOp: null },
    };
  });

  it('is done here', () => {
    expect(Object.keys(DOE).toSorted()).toEqual(geboekt.toSorted());
  });

  it.each(geboekt)('%s: one row, with the key and its name', async (action) => {
    const wie = wieMag(action);
    await DOE[action]?.(o.gateway, wie as never);
    expect(o.gateway.audit).toEqual([
      expect.objectContaining({
        ...{ door: wie.keyId, doorNaam: wie.keyName, handeling: recordedAs(wie, action)?.handeling },
      }),
    ]);
    expect(o.gateway.audit[0]?.onderwerp).toMatch(/\S/);
    expect(JSON.stringify(o.gateway.audit)).not.toContain('999900006');
  });

  it.each(geboekt)('%s: none when somebody may not', async (action) => {
    const { system, ...niemand } = { ...BEHEERDER, role: 'onbekend', system: true };
    expect(system).toBe(true);
    await expect(async () => DOE[action]?.(o.gateway, niemand as never)).rejects.toThrow(NotAllowed);
    expect(o.gateway.audit).toEqual([]);
  });
});

describe('GET /inzage', () => {
  let o: Opstelling;
  afterAll(() => o.app.close());

  it('shows who did what with which key, and why; newest first, page by page', async () => {
    o = await Opstelling.maak();
    o.gateway.berichten.set(BERICHT, bericht());
    o.gateway.bytes.set(BERICHT, Buffer.from('<x/>'));
    const open = (reden?: string) =>
      o.vraag('operator', 'GET', `/api/v1/berichten/${BERICHT}/xml`, {
        headers: reden === undefined ? {} : { 'ijw-reden': reden },
      });
    await open();
    // As clients send it: the bytes of UTF-8.
    await open(Buffer.from('Vraag over ’t kind: één regel', 'utf8').toString('latin1'));
    await open('caf\u00e9');
    const blad = (await o.vraag('beheerder', 'GET', '/api/v1/inzage?limit=2')).json();
    expect(blad).toMatchObject({
      inzage: [
        { handeling: 'bericht-geopend', onderwerp: BERICHT, reden: 'café', sleutel: { naam: 'o' } },
        { reden: 'Vraag over ’t kind: één regel' },
      ],
      volgende: expect.any(String),
    });
    const alles = (await o.vraag('beheerder', 'GET', '/api/v1/inzage')).json();
    expect(alles.inzage).toHaveLength(3);
    expect(alles.inzage[2]).toMatchObject({ reden: null, sleutel: { id: expect.any(String), naam: 'o' } });
    expect(alles.volgende).toBeNull();
  });

  it('keeps no BSN with a reason or a note: they stay when a child is removed', async () => {
    const reden = 'Vraag over 999900006, en 9999 00006';
    const headers = { 'ijw-reden': reden };
    await o.vraag('operator', 'GET', `/api/v1/berichten/${BERICHT}/xml`, { headers });
    expect(o.gateway.audit.at(-1)?.reden).toBe('Vraag over ******006, en **** **006');
    await o.gateway.persons.show(BEHEERDER, '999900006', reden);
    await o.gateway.persons.erase(BEHEERDER, '999900006', reden, false);
    for (const row of o.gateway.audit.slice(-2)) expect(row.reden).not.toContain('9999');
    const groep = { partij: '42420001', type: 'JW323', regel: 'TR381' } as const;
    o.gateway.oorzaken.push({
      ...{ ...groep, retourcode: '9381', regels: 3, clienten: null, trend: [], berichten: 1, voorbeeld: BERICHT },
      ...{ eerste: '2026-01-01T00:00:00.000Z', laatste: '2026-01-01T00:00:00.000Z' },
      ...{ stand: 'open', notitie: null, standOp: null },
    });
    await o.gateway.causes.setState(BEHEERDER, groep, 'gemeld', 'Gebeld over 999900006.');
    expect(JSON.stringify(o.gateway.gevraagd)).toContain('Gebeld over ******006.');
  });

  it('a reason that is none is refused, and nothing is opened', async () => {
    const voor = o.gateway.audit.length;
    const antwoord = await o.vraag('operator', 'GET', `/api/v1/berichten/${BERICHT}/xml`, {
      headers: { 'ijw-reden': 'x'.repeat(501) },
    });
    expect(antwoord.json()).toMatchObject({ status: 400, code: 'ongeldige-kopregel' });
    expect(o.gateway.audit).toHaveLength(voor);
  });
});
