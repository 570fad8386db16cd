import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { audit } from './contract/audit.ts';
import { bundle } from './contract/bundle.ts';
import { channels } from './contract/channels.ts';
import { claims } from './contract/claims.ts';
import { deliveries } from './contract/deliveries.ts';
import { envelopes } from './contract/envelopes.ts';
import { feedback } from './contract/feedback.ts';
import { happenings } from './contract/happenings.ts';
import { insight } from './contract/insight.ts';
import { intake } from './contract/intake.ts';
import { kennis } from './contract/kennis.ts';
import { lanes } from './contract/lanes.ts';
import { outbox } from './contract/outbox.ts';
import { outboxLines } from './contract/outbox-lines.ts';
import { overview } from './contract/overview.ts';
import { queues } from './contract/queues.ts';
import { replays } from './contract/replays.ts';
import { savedSearches } from './contract/saved-searches.ts';
import { search } from './contract/search.ts';
import { terms } from './contract/terms.ts';
import { toewijzingen } from './contract/toewijzingen.ts';
import { verslagen } from './contract/verslagen.ts';

/** What every engine must do: one suite, run against each. `open` gives a store on an empty database, with SLEUTEL. */
export function storeContract(engine: string, open: () => Promise<Store>): void {
  describe(engine, () => {
    let opened: Store | undefined;
    const store = () => {
      if (opened === undefined) throw new Error('the store is not open');
      return opened;
    };
    beforeAll(async () => {
      opened = await open();
      await Promise.all(Array.from({ length: 4 }, store().migrate));
    });
    afterAll(() => opened?.close());

    intake(store);
    audit(store);
    bundle(store);
    lanes(store);
    claims(store);
    deliveries(store);
    outbox(store);
    outboxLines(store);
    envelopes(store);
    channels(store);
    feedback(store);
    happenings(store);
    kennis(store);
    toewijzingen(store);
    insight(store);
    overview(store);
    queues(store);
    search(store);
    savedSearches(store);
    replays(store);
    terms(store);
    verslagen(store);
  });
}
