import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { faultsArmed, pass, passing } from '../../src/faults/pass.ts';
import { FAULT_POINTS } from '../../src/faults/points.ts';
import { readFault } from '../../src/faults/setting.ts';
import type { Store } from '../../src/store/store.ts';
import { withFaultPoints } from '../../src/store/with-fault-points.ts';

describe('fault points', () => {
  it('have each a name of its own, before and after each step', () => {
    expect(new Set(FAULT_POINTS).size).toBe(FAULT_POINTS.length);
    const before = FAULT_POINTS.filter((point) => point.endsWith('.before'));
    expect(FAULT_POINTS.filter((point) => point.endsWith('.after'))).toHaveLength(before.length);
    expect(before.length).toBeGreaterThan(30);
  });

  it('are armed by the environment alone, at one known point', () => {
    expect(readFault('amqp.ack.after')).toEqual({ point: 'amqp.ack.after', passing: 1, onSignal: false });
    expect(readFault('store.sent:12:sein')).toEqual({ point: 'store.sent', passing: 12, onSignal: true });
    for (const wrong of ['store.sent:0', 'store.iets.before', 'toString', '']) expect(readFault(wrong)).toBeNull();
    const refused = loadConfig({ IJW_FAULT: 'store.iets.before' });
    expect(refused.kind === 'invalid' && refused.fouten).toEqual([
      expect.stringMatching(/^IJW_FAULT .* laat hem weg\.$/),
    ]);
    const taken = loadConfig({ IJW_FAULT: 'store.sent:12:sein' });
    expect(taken.kind === 'ok' && taken.config.fault?.passing).toBe(12);
  });

  it('do nothing while none is armed: the store is the store itself', async () => {
    const store = {} as Store;
    expect(faultsArmed()).toBe(false);
    expect(withFaultPoints(store)).toBe(store);
    pass('store.sent');
    expect(await passing('ring', async () => 7)).toBe(7);
  });
});
