import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/happenings/happening.ts';
import { HappeningHub } from '../../src/happenings/hub.ts';
import { VerdictWatch } from '../../src/lanes/verdict-watch.ts';
import type { BerichtBeeld, BerichtStore } from '../../src/store/messages/contract.ts';
import { ALLES } from '../access/wie.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

function opstelling() {
  const stand = { status: 'ontvangen', gelezen: 0 };
  const store = {
    message: async () => {
      stand.gelezen++;
      return { status: stand.status } as BerichtBeeld;
    },
  } as unknown as BerichtStore;
  const hub = new HappeningHub(stilleLogger);
  return { stand, hub, watch: new VerdictWatch(store, hub) };
}

function judged(subject: string): Happening {
  return {
    ...{ type: 'message.judged', subject, lane: 'AA|1', status: 'goedgekeurd', answers: [], messageType: 'JW315' },
    ...{ agreements: 1, ruleset: 'r1' },
  };
}

describe('waiting for a verdict', () => {
  it('does not wait for what is judged, nor when it may not wait', async () => {
    const { stand, watch } = opstelling();
    expect((await watch.message('a', 0, ALLES))?.status).toBe('ontvangen');
    stand.status = 'goedgekeurd';
    expect((await watch.message('a', 60_000, ALLES))?.status).toBe('goedgekeurd');
    expect(stand.gelezen).toBe(2);
  });

  it('ends as soon as this process tells', async () => {
    const { stand, hub, watch } = opstelling();
    const wacht = watch.message('a', 60_000, ALLES);
    await new Promise((resolve) => setImmediate(resolve));
    hub.publish([judged('b'), { type: 'message.replayed', subject: 'a', lane: 'AA|1' }]);
    stand.status = 'goedgekeurd';
    hub.publish([judged('a')]);
    expect((await wacht)?.status).toBe('goedgekeurd');
    expect(stand.gelezen).toBe(2);
  });

  it('ends as soon as another process hints at it', async () => {
    const { stand, hub, watch } = opstelling();
    const wacht = watch.message('a', 60_000, ALLES);
    await new Promise((resolve) => setImmediate(resolve));
    stand.status = 'vastgelopen';
    hub.hint({ type: 'message.quarantined', subject: 'a' });
    expect((await wacht)?.status).toBe('vastgelopen');
    expect(stand.gelezen).toBe(2);
  });

  it('finds what another process judged by looking', async () => {
    const { stand, watch } = opstelling();
    const wacht = watch.message('a', 60_000, ALLES);
    stand.status = 'afgekeurd';
    expect((await wacht)?.status).toBe('afgekeurd');
  });

  it('misses no telling that comes while it reads', async () => {
    const { stand, hub, watch } = opstelling();
    let lezen = 0;
    const gelezen = await watch.until(
      'a',
      60_000,
      async () => {
        // The verdict is written and told after the reading was made, before it was seen.
        const nu = stand.status;
        if (lezen++ === 0) {
          stand.status = 'goedgekeurd';
          hub.publish([judged('a')]);
        }
        return nu;
      },
      (status) => status === 'goedgekeurd',
    );
    expect([gelezen, lezen]).toEqual(['goedgekeurd', 2]);
  });

  it('gives the message as it stands when the time is over', async () => {
    const { watch } = opstelling();
    expect((await watch.message('a', 20, ALLES))?.status).toBe('ontvangen');
  });
});
