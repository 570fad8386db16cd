import type { DeliveryOutcome } from '../../outbox/delivery-outcome.ts';
import type { DueDelivery } from '../../outbox/outbox.ts';
import { groepeer } from '../../standard/groepeer.ts';
import type { ConnectorDeps } from '../connector.ts';
import type { ConnectorOut } from '../connector-out.ts';
import type { FolderHealth } from './folder-health.ts';
import { foldersOf, makeFolders } from './folders.ts';
import { fates, forgetMark, putOut, tidy } from './tray.ts';
import { troubleOf } from './trouble.ts';

type Deps = Pick<ConnectorDeps, 'outbox' | 'settings' | 'now'> & { readonly health: FolderHealth };

/** At every so many looks it is tidied what is left of old deliveries. */
const TIDY_EACH = 3_600;

/** The folders `uit` of every party of this way. */
export class MapOut implements ConnectorOut {
  readonly channel = 'map';
  readonly atOnce = 8;
  readonly leaseMs = 60_000;
  readonly #root: string;
  readonly #deps: Deps;
  #looks = 0;

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
      this.#deps.health.trouble('uit', code);
      return { kind: 'failed', class: 'transient', code };
    }
  }

  /** Looks what parties took; gives how many. */
  async look(): Promise<number> {
    // Asked before the folders are read: what lies there by this answer was there before.
    const offered = await this.#deps.outbox.offered(this.channel);
    await this.#tidy();
    let taken = 0;
    let missing = false;
    for (const [party, deliveries] of groepeer(offered, ({ partij }) => partij)) {
      const { uit } = foldersOf(this.#root, party);
      const fate = await fates(uit);
      if (fate === null) {
        missing = true;
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
    if (missing) this.#deps.health.trouble('uit', 'map-weg');
    else this.#deps.health.good('uit');
    return taken;
  }

  /** Now and then, of every party of this way. */
  async #tidy(): Promise<void> {
    if (this.#looks++ % TIDY_EACH !== 0) return;
    for (const { partij } of this.#deps.settings.withChannel('map')) {
      await tidy(foldersOf(this.#root, partij).uit, this.#deps.now());
    }
  }
}
