import { describe, expect, it } from 'vitest';
import { type Action, actions, recordedAs, refusal, rolesFor, TRIALS } from '../../src/access/actions.ts';
import type { Principal } from '../../src/access/principal.ts';
import { BEHEERDER, operator, partijen } from './wie.ts';

/** Who may do what, written down a second time: a(anbieder), g(emeente), o(perator), b(eheerder), s(ystem); ! changes. */
const MAG: Readonly<Record<Action, string>> = {
  'message.send': 'ag!',
  'message.try': 'ag',
  'message.list': 'agob',
  'message.read': 'agob',
  'message.open': 'agob',
  'client.search': 'agob',
  'client.show': 'b',
  'client.erase': 'b!',
  'cause.list': 'agob',
  'cause.set': 'ob!',
  'message.replay': 'ob!',
  'replay.start': 'ob!',
  'replay.try': 'ob',
  'outgoing.list': 'ag',
  'outgoing.confirm': 'ag!',
  'delivery.again': 'ob!',
  'event.follow': 'agob',
  'agreements.read': 'bs',
  'agreements.try': 'b',
  'agreements.replace': 'b!',
  'agreements.explain': 'agob',
  'key.list': 'b',
  'key.create': 'b!',
  'key.change': 'b!',
  'key.end': 'b!',
  'channel.list': 'obs',
  'channel.read': 'ob',
  'channel.set': 'b!',
  'audit.list': 'b',
  'toewijzing.open': 'agob',
  'budget.list': 'agob',
  'budget.grant': 'g!',
  'contact-point.read': 'agob',
  'contact-point.set': 'g!',
  'signal.list': 'agob',
  'signal.set': 'ag!',
  'subscription.list': 'agob',
  'subscription.make': 'agob!',
  'subscription.end': 'agob!',
  'subscription.try': 'agob!',
  'search.list': 'agob',
  'search.keep': 'agob!',
  'term.list': 'agob',
  'report.insight': 'gob',
  'report.counts': 'obs',
  'metrics.read': 'ob',
  'werkbak.read': 'g',
  'decision.make': 'g!',
  'decision.try': 'g',
  'command.read': 'g',
  'docs.view': 'agob',
  'session.begin': 'agob',
  'session.end': 'agob',
  'page.view': 'agob',
  'page.agreements': 'ob',
  'queue.view': 'obs',
  'queue.change': 'b!',
};
const WIE: Readonly<Record<string, Principal>> = {
  a: partijen('42420001'),
  g: partijen('0362'),
  o: operator('AA'),
  b: BEHEERDER,
  s: { kind: 'system', name: 'test' },
};

describe('actions', () => {
  it('are all here', () => {
    expect(actions().toSorted()).toEqual(Object.keys(MAG).toSorted());
  });

  it.each(actions())('%s: who may, and who may not', (action) => {
    for (const [letter, wie] of Object.entries(WIE)) {
      const mag = MAG[action].includes(letter);
      expect([letter, refusal(wie, action)]).toEqual([letter, mag ? null : 'role']);
      if (wie.kind === 'system') continue;
      const kijker = refusal({ ...wie, readOnly: true }, action);
      expect([letter, kijker]).toEqual([letter, mag ? (MAG[action].includes('!') ? 'read-only' : null) : 'role']);
    }
  });

  it('that change something are written down, but for messages, which are kept themselves', () => {
    const stil = actions().filter((action) => MAG[action].includes('!') && recordedAs(BEHEERDER, action) === undefined);
    expect(stil).toEqual(['message.send', 'outgoing.confirm']);
    const sessies = actions().filter((action) => action.startsWith('session.'));
    for (const action of sessies) expect(recordedAs(partijen('0362'), action)).toBeDefined();
    const open = actions().filter(
      (action) => !MAG[action].includes('!') && recordedAs(BEHEERDER, action) && !sessies.includes(action),
    );
    expect(open).toEqual(['message.open', 'client.search', 'client.show', 'toewijzing.open']);
    // Whoever looks for a person is written down, a party too.
    expect(recordedAs(partijen('0362'), 'client.search')?.handeling).toBe('client-gezocht');
    const alleenBeheer = open.filter((een) => een !== 'client.search' && een !== 'client.show');
    for (const action of alleenBeheer) expect(recordedAs(partijen('0362'), action)).toBeUndefined();
    const woorden = actions().flatMap((action) => recordedAs(BEHEERDER, action)?.handeling ?? []);
    expect(new Set(woorden).size).toBe(woorden.length);
  });

  it('without effect are for whoever may do the real thing, and change nothing', () => {
    for (const [echt, proef] of Object.entries(TRIALS)) {
      expect(rolesFor(proef)).toEqual(rolesFor(echt as Action));
      expect(MAG[proef]).not.toContain('!');
    }
  });
});
