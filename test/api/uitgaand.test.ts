import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Uitgaand } from '../../src/gateway/outgoing.ts';
import { bericht } from './nep-gateway.ts';
import { Opstelling } from './opstelling.ts';

const ID = bericht().id;
const KLAAR: Uitgaand = {
  ...{ aflevering: '1', status: 'wacht', id: ID, type: 'JW301', afzender: '0362', ontvanger: '42420001' },
  ...{ inAntwoordOp: null, op: '2026-01-02T10:00:00.000Z' },
};

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak();
});

describe('GET /uitgaand with Prefer: wait', () => {
  const vraag = (prefer?: string) =>
    o.vraag('aanbieder', 'GET', '/api/v1/uitgaand', prefer === undefined ? {} : { headers: { prefer } });

  it('waits for nothing when something lies ready, or nobody asks it to', async () => {
    expect((await vraag()).json()).toEqual({ berichten: [], volgende: null });
    o.gateway.uitgaand = [KLAAR];
    const antwoord = await vraag('wait=30');
    expect([antwoord.json().berichten[0].id, antwoord.headers['preference-applied']]).toEqual([ID, 'wait=30']);
    expect(o.gateway.wachtte).toEqual([]);
  });

  it('answers as soon as there is something; above 60 counts as 60', async () => {
    o.gateway.berichtenKlaar = () => {
      o.gateway.uitgaand = [KLAAR];
    };
    const antwoord = await vraag('wait=600');
    expect([antwoord.json().berichten[0].id, antwoord.headers['preference-applied']]).toEqual([ID, 'wait=60']);
    expect(o.gateway.wachtte).toHaveLength(1);
    expect(o.gateway.wachtte[0]).toBeLessThanOrEqual(60_000);
    expect(o.gateway.wachtte[0]).toBeGreaterThan(59_000);
  });

  it('gives an empty list when the time is over, and nothing to a key that was ended meanwhile', async () => {
    o.gateway.berichtenKlaar = () => void sleep(1);
    expect((await vraag('wait=0')).json()).toEqual({ berichten: [], volgende: null });
    o.gateway.berichtenKlaar = () => {
      o.gateway.uitgaand = [KLAAR];
      for (const { sleutel } of o.gateway.sleutels) void o.kast.verwijder(sleutel.id);
    };
    expect((await vraag('wait=5')).json()).toMatchObject({ status: 401, code: 'sleutel-onbekend' });
  });
});

describe('POST /uitgaand/bevestigingen', () => {
  const bevestig = (payload: object, wie: 'aanbieder' | 'gemeente' = 'aanbieder') =>
    o.vraag(wie, 'POST', '/api/v1/uitgaand/bevestigingen', { payload });

  it('tells how many it knows, each once, and which it does not', async () => {
    o.gateway.berichten.set(ID, bericht());
    const antwoord = await bevestig({ ids: [ID, 'onzin', ID, 'onzin'] });
    expect([antwoord.statusCode, antwoord.json()]).toEqual([200, { bevestigd: 1, onbekend: ['onzin'] }]);
    expect((await bevestig({ ids: [] })).json()).toEqual({ bevestigd: 0, onbekend: [] });
  });

  it('takes five hundred, and refuses one more with a sentence', async () => {
    const ids = Array.from({ length: 500 }, (_, i) => `0196f000-0000-7000-8000-${String(i).padStart(12, '0')}`);
    expect((await bevestig({ ids })).json()).toMatchObject({ bevestigd: 0 });
    expect((await bevestig({ ids: [...ids, ID] })).json()).toMatchObject({
      ...{ status: 422, code: 'onjuiste-invoer' },
      fouten: [{ pointer: '/ids', melding: 'Deze lijst mag ten hoogste 500 regels hebben.' }],
    });
    for (const body of [{}, { ids: 'x' }, { ids: [1] }, { ids: [], meer: 1 }, []])
      expect((await bevestig(body)).json()).toMatchObject({ status: 422, code: 'onjuiste-invoer' });
  });
});
