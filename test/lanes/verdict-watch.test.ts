import { describe, expect, it } from 'vitest';
import { VerdictWatch } from '../../src/lanes/verdict-watch.ts';
import type { BerichtBeeld, BerichtStore } from '../../src/store/messages/contract.ts';
import { ALLES } from '../access/wie.ts';

function opstelling() {
  const stand = { status: 'ontvangen', gelezen: 0 };
  const store = {
    message: async () => {
      stand.gelezen++;
      return { status: stand.status } as BerichtBeeld;
    },
  } as unknown as BerichtStore;
  return { stand, watch: new VerdictWatch(store) };
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
    const { stand, watch } = opstelling();
    const wacht = watch.message('a', 60_000, ALLES);
    await new Promise((resolve) => setImmediate(resolve));
    watch.told('b');
    stand.status = 'goedgekeurd';
    watch.told('a');
    expect((await wacht)?.status).toBe('goedgekeurd');
    expect(stand.gelezen).toBe(2);
  });

  it('finds what another process judged by looking', async () => {
    const { stand, watch } = opstelling();
    const wacht = watch.message('a', 60_000, ALLES);
    stand.status = 'afgekeurd';
    expect((await wacht)?.status).toBe('afgekeurd');
  });

  it('misses no telling that comes while it reads', async () => {
    const { stand, watch } = opstelling();
    let lezen = 0;
    const gelezen = await watch.until(
      'a',
      60_000,
      async () => {
        // The verdict is written and told after the reading was made, before it was seen.
        const nu = stand.status;
        if (lezen++ === 0) {
          stand.status = 'goedgekeurd';
          watch.told('a');
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
