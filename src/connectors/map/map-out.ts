import type { DeliveryOutcome } from '../../outbox/delivery-outcome.ts';
import type { DueDelivery } from '../../outbox/outbox.ts';
import { groepeer } from '../../standard/groepeer.ts';
import type { ConnectorDeps } from '../connector.ts';
import type { ConnectorOut } from '../connector-out.ts';
import { foldersOf, makeFolders } from './folders.ts';
import { fates, forgetMark, putOut } from './tray.ts';
import { troubleOf } from './trouble.ts';

type Deps = Pick<ConnectorDeps, 'outbox' | 'health'>;

/** The folders `uit` of every party of this way. */
export class MapOut implements ConnectorOut {
  readonly channel = 'map';
  readonly atOnce = 8;
  readonly leaseMs = 60_000;
  readonly #root: string;
  readonly #deps: Deps;

  constructor(root: string, deps: Deps) {
    this.#root = root;
    this.#deps = deps;
  }

  async send({ partij, berichtId, bytes }: DueDelivery): Promise<DeliveryOutcome> {
    const folders = foldersOf(this.#root, partij);
    try {
      await makeFolders(folders);
      const put = await putOut(folders.uit, berichtId, bytes);
      return put === 'lies' ? { kind: 'offered' } : { kind: 'confirmed' };
    } catch (fout) {
      const code = troubleOf(fout);
      if (code === null) throw fout;
      this.#deps.health.trouble(code);
      return { kind: 'failed', class: 'transient', code };
    }
  }

  /** Looks what parties took; gives how many. */
  async look(): Promise<number> {
    // Asked before the folders are read: what lies there by this answer was there before.
    const offered = await this.#deps.outbox.offered(this.channel);
    let taken = 0;
    for (const [party, deliveries] of groepeer(offered, ({ partij }) => partij)) {
      const { uit } = foldersOf(this.#root, party);
      const fate = await fates(uit);
      if (fate === null) {
        this.#deps.health.trouble('map-weg');
        continue;
      }
      for (const delivery of deliveries) {
        const what = fate(delivery.berichtId);
        if (what === 'lies') continue;
        const outcome: DeliveryOutcome =
          what === 'taken' ? { kind: 'confirmed' } : { kind: 'failed', class: 'ambiguous', code: 'map-onbekend' };
        await this.#deps.outbox.settle(delivery, outcome);
        await forgetMark(uit, delivery.berichtId);
        taken++;
      }
    }
    return taken;
  }
}
