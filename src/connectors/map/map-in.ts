import { envelope } from '../../access/envelope.ts';
import { foutVelden } from '../../log/fout.ts';
import type { ConnectorDeps } from '../connector.ts';
import type { ConnectorDoor, ConnectorIn } from '../connector-in.ts';
import { partyOf } from '../door-of.ts';
import type { FolderHealth } from './folder-health.ts';
import { foldersOf } from './folders.ts';
import { Inbox } from './inbox.ts';
import type { MessageJson } from './taken-file.ts';
import { troubleOf } from './trouble.ts';

/** How often each folder is looked at (ms). */
const LOOK_MS = 500;
/** How long one question for a verdict waits before it is asked again (ms): a stop waits for it. */
const VERDICT_MS = 5_000;

interface Watched {
  readonly inbox: Inbox;
  round: Promise<void> | null;
}

type Deps = Pick<ConnectorDeps, 'settings' | 'gateway' | 'messageJson' | 'logger'> & { readonly health: FolderHealth };

/** The folders `in` of every party of this way; one party that takes long keeps no other waiting. */
export class MapIn implements ConnectorIn {
  readonly name = 'map';
  readonly via = 'map';
  readonly #root: string;
  readonly #deps: Deps;
  readonly #watched = new Map<string, Watched>();
  readonly #gone = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(root: string, deps: Deps) {
    this.#root = root;
    this.#deps = deps;
  }

  async start(door: ConnectorDoor): Promise<void> {
    this.#timer = setInterval(() => this.#look(door), LOOK_MS);
    this.#look(door);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    for (const party of [...this.#watched.keys()]) this.#forget(party);
    await Promise.all(this.#gone);
  }

  #look(door: ConnectorDoor): void {
    const parties = new Set(this.#deps.settings.withChannel('map').map(({ partij }) => partij));
    for (const party of [...this.#watched.keys()]) if (!parties.has(party)) this.#forget(party);
    for (const party of parties) {
      const watched = this.#watched.get(party) ?? this.#watch(party, door);
      watched.round ??= watched.inbox
        .round(performance.now())
        .then(() => this.#deps.health.good('in'))
        .catch((fout: unknown) => this.#failed(fout))
        .finally(() => {
          watched.round = null;
        });
    }
  }

  #watch(party: string, door: ConnectorDoor): Watched {
    const { gateway } = this.#deps;
    const inbox = new Inbox(foldersOf(this.#root, party), {
      door,
      bundleDoor: (zip, from) => gateway.intake.receiveBundle(partyOf(from, this), zip, envelope(this.via)),
      verdict: (from, id) => this.#verdict(from, id),
      failed: (fout) => this.#failed(fout),
    });
    const watched: Watched = { inbox, round: null };
    this.#watched.set(party, watched);
    return watched;
  }

  async #verdict(party: string, id: string): Promise<MessageJson | null> {
    const { gateway, messageJson } = this.#deps;
    const { status } = await gateway.intake.verdictOf(partyOf(party, this), id, VERDICT_MS);
    return status === 'ontvangen' ? null : ((await messageJson(party, id)) as MessageJson);
  }

  #forget(party: string): void {
    const watched = this.#watched.get(party);
    if (watched === undefined) return;
    this.#watched.delete(party);
    watched.inbox.stop();
    const ended: Promise<void> = (watched.round ?? Promise.resolve())
      .then(() => watched.inbox.ended())
      .finally(() => this.#gone.delete(ended));
    this.#gone.add(ended);
  }

  #failed(fout: unknown): void {
    const { health, logger } = this.#deps;
    const trouble = troubleOf(fout);
    if (trouble !== null) health.trouble('in', trouble);
    logger.warn('a folder could not be served; it is tried again', foutVelden(fout));
  }
}
