import type { NewSubscription, Subscription, SubscriptionStore } from '../../src/store/subscriptions/contract.ts';

/** Subscriptions in memory; the first is one of gemeente 0362. */
export function nepAbonnementen(): SubscriptionStore {
  const made: Subscription[] = [subscription('01a1ffe3-0598-7231-b29d-aec695db5bc8')];
  return {
    addSubscription: async (nieuw) => {
      const one = { ...subscription(`a-${made.length}`), ...nieuw };
      made.push(one);
      return one;
    },
    subscriptions: async () => made,
    endSubscription: async (id) => {
      const at = made.findIndex((one) => one.id === id);
      if (at !== -1) made.splice(at, 1);
      return at !== -1;
    },
    trySubscription: async (id) => made.some((one) => one.id === id),
    takeSubscriptions: async () => [],
    noteTold: async () => undefined,
  };
}

const NIEUW: NewSubscription = {
  ...{ rol: 'gemeente', partijen: ['0362'], regios: null, weg: 'mail', adres: 'jeugdhulp@voorbeeld.nl' },
  ...{ geheim: null, soorten: ['termijn'], ritme: 'dag', door: 's0', positie: '1-0' },
  ...{ op: new Date('2026-01-02T10:00:00Z'), volgendeOp: new Date('2026-01-03T06:00:00Z') },
};

function subscription(id: string): Subscription {
  const { op: gemaaktOp, ...rest } = NIEUW;
  return { id, ...rest, gemaaktOp, verteldOp: null, pogingen: 0, fout: null, foutSinds: null, proefOp: null };
}
