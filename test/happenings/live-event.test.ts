import { describe, expect, it } from 'vitest';
import { EventRing } from '../../src/gateway/live/event-ring.ts';
import { EVENT_NAMES, isFor, type LiveEvent, liveEvent } from '../../src/gateway/live/live-event.ts';
import type { Happening } from '../../src/happenings/happening.ts';
import type { EventSubject } from '../../src/store/happenings/contract.ts';
import { ALLES, vanPartijen, vanRegios } from '../access/wie.ts';

const [AANBIEDER, GEMEENTE, ANDER] = ['42420001', '0362', '42420002'];
const OF: EventSubject = { known: true, sender: AANBIEDER, recipients: [GEMEENTE], regio: null, type: 'JW315' };
const ABOUT = { subject: 'b1', lane: `LANDELIJK|${AANBIEDER}` };

function told(happening: Happening | null, of = OF): LiveEvent | null {
  return liveEvent({ position: '5-7', op: '2026-01-02T10:00:00.000Z', version: 1, happening, of });
}

const JUDGED: Happening = {
  ...{ type: 'message.judged', ...ABOUT, status: 'goedgekeurd', answers: ['b2'], agreements: 1, ruleset: '1' },
  messageType: 'JW315',
};
const SIGNAL = { signal: '17', gemeente: GEMEENTE, aanbieder: AANBIEDER };
const DELIVERY = { ...ABOUT, party: GEMEENTE, channel: 'ophalen' };
/** By name: what happens, and who of (sender, recipient, another party, operator of AA) is told. */
const CASES: readonly (readonly [string, Happening, string])[] = [
  ['bericht.ontvangen', { type: 'message.received', ...ABOUT, again: false }, 's o'],
  ['bericht.ontvangen', { type: 'message.replayed', ...ABOUT }, 's o'],
  ['bericht.beoordeeld', JUDGED, 'sr o'],
  ['bericht.vastgelopen', { type: 'message.quarantined', ...ABOUT, work: 'bericht', reason: 'x' }, 'sr o'],
  ['besluit', { type: 'message.quarantined', ...ABOUT, work: 'opdracht', reason: 'x' }, 's o'],
  ['aflevering.aangeboden', { type: 'delivery.offered', ...DELIVERY }, 'sr o'],
  ['aflevering.bevestigd', { type: 'delivery.confirmed', ...DELIVERY }, 'sr o'],
  ['aflevering.mislukt', { type: 'delivery.failed', ...DELIVERY, error: 'E' }, 'sr o'],
  ['besluit', { type: 'decision.made', ...ABOUT, state: 'gedaan', answers: ['b2'] }, 's o'],
  ['besluit', { type: 'command.done', ...ABOUT, state: 'geweigerd', answers: [] }, 's o'],
  ['signaal', { type: 'signal.raised', ...ABOUT, ...SIGNAL, kind: 'signaalbudget' }, 'sr o'],
  ['termijn', { type: 'term.due', ...ABOUT, ...SIGNAL, term: '3', over: true }, 'sr o'],
  ['afspraken', { type: 'agreements.replaced', subject: null, lane: null, version: 4, by: 'k' }, ' o'],
];

describe('what is told of what happened', () => {
  it.each(CASES)('%s', (name, happening, seers) => {
    const event = told(happening);
    if (event === null) throw new Error('not told');
    expect([event.name, event.position, event.data.op]).toEqual([name, '5-7', '2026-01-02T10:00:00.000Z']);
    expect(event.data.id).toMatch(/^\w+$/);
    expect(isFor(vanPartijen(AANBIEDER), event)).toBe(seers.includes('s'));
    expect(isFor(vanPartijen(GEMEENTE), event)).toBe(seers.includes('r'));
    expect(isFor(vanPartijen(ANDER), event)).toBe(false);
    expect([isFor(vanRegios('AA'), event), isFor(ALLES, event)]).toEqual([true, true]);
    expect(JSON.stringify(event.data)).not.toContain('"k"');
  });

  it('has every name, and is told to nobody of keys, opened bodies and commands that wait', () => {
    expect(new Set(CASES.map(([name]) => name))).toEqual(new Set(EVENT_NAMES));
    for (const happening of [
      { type: 'key.created', ...ABOUT, role: 'aanbieder', party: AANBIEDER },
      { type: 'key.ended', ...ABOUT },
      { type: 'body.opened', ...ABOUT, by: 'k' },
      { type: 'command.received', ...ABOUT, kind: 'besluit', party: GEMEENTE },
      null,
    ] as const)
      expect(told(happening)).toBeNull();
  });

  it('keeps to the region of the message, and to that of the lane when the message is gone', () => {
    const here = told(JUDGED, { ...OF, regio: 'AA' });
    const gone = told({ ...JUDGED, lane: `AA|${AANBIEDER}` }, { ...OF, known: false, sender: null, recipients: [] });
    for (const event of [here, gone]) {
      if (event === null) throw new Error('not told');
      expect([isFor(vanRegios('AA'), event), isFor(vanRegios('ZAWA'), event)]).toEqual([true, false]);
    }
    expect(gone === null || isFor(vanPartijen(AANBIEDER), gone)).toBe(false);
  });

  it('tells of a signal about a queue the operators of its region, and of one about all of them everybody who looks after one', () => {
    const of = { ...OF, known: false, sender: null, recipients: [] };
    const about = {
      type: 'signal.raised',
      subject: null,
      lane: null,
      signal: '3',
      gemeente: '',
      aanbieder: '',
    } as const;
    const [here, all] = (['AA', null] as const).map((regio) => told({ ...about, kind: 'wachtrij', regio }, of));
    if (here == null || all == null) throw new Error('not told');
    expect(here.data).toMatchObject({ id: '3', soort: 'wachtrij', gemeente: null, aanbieder: null });
    expect([isFor(vanRegios('AA'), here), isFor(vanRegios('ZAWA'), here), isFor(ALLES, here)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([isFor(vanRegios('ZAWA'), all), isFor(vanPartijen(AANBIEDER), all)]).toEqual([true, false]);
  });

  it('tells the aanbieder of the lane of a decision once it is carried out, and not of one that was refused', () => {
    const of = { ...OF, sender: GEMEENTE, recipients: [], type: null };
    const [done, refused] = (['gedaan', 'geweigerd'] as const).map((state) =>
      told({ type: 'decision.made', ...ABOUT, state, answers: [] }, of),
    );
    if (done == null || refused == null) throw new Error('not told');
    expect([isFor(vanPartijen(AANBIEDER), done), isFor(vanPartijen(AANBIEDER), refused)]).toEqual([true, false]);
    expect([isFor(vanPartijen(GEMEENTE), done), isFor(vanPartijen(GEMEENTE), refused)]).toEqual([true, true]);
  });
});

describe('the newest events', () => {
  const event = (position: string) => ({ position, event: { ...(told(JUDGED) as LiveEvent), position } });
  const ids = (page: ReturnType<EventRing['after']>) => page?.events.map((one) => one.position);

  it('are given from any place among them, in pages, also where nothing is told', () => {
    const ring = new EventRing('10-0');
    ring.push([event('10-5'), { position: '10-6', event: null }, event('11-1'), event('11-2')]);
    expect(ids(ring.after('10-0', 10))).toEqual(['10-5', '11-1', '11-2']);
    expect(ring.after('10-0', 2)).toMatchObject({ position: '10-6' });
    expect(ids(ring.after('10-6', 10))).toEqual(['11-1', '11-2']);
    expect(ids(ring.after('10-999', 10))).toEqual(['11-1', '11-2']);
    expect(ring.after('11-2', 10)).toEqual({ events: [], position: '11-2' });
    expect([ring.after('9-9', 10), ring.after('11-3', 10), ring.position]).toEqual([undefined, undefined, '11-2']);
  });

  it('are few enough: who stands before them asks the store', () => {
    const ring = new EventRing('1-0');
    for (let i = 1; i <= 5_000; i++) ring.push([event(`1-${i}`)]);
    expect(ring.after('1-999', 10)).toBeUndefined();
    expect(ids(ring.after('1-1000', 2))).toEqual(['1-1001', '1-1002']);
    expect(ids(ring.after('1-4999', 2))).toEqual(['1-5000']);
  });
});
