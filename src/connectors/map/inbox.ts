import { setTimeout as sleep } from 'node:timers/promises';
import { BUNDLE_LIMITS } from '../../bundle/limits.ts';
import { ZIP_TOO_LARGE } from '../../bundle/refusal.ts';
import type { BundleReceipt } from '../../gateway/receive-bundle.ts';
import type { ConnectorDoor } from '../connector-in.ts';
import { makeFolders, type PartyFolders } from './folders.ts';
import { contents, kindOf, type Listed, list } from './listing.ts';
import { putAway } from './put-away.ts';
import { readListed } from './read-file.ts';
import { notAdmitted, type Refused, refusedBundle, unfit } from './refusal.ts';
import { SettledFiles } from './settled-files.ts';
import { idsOf, type MessageJson, outcomeOf, type TakenFile } from './taken-file.ts';

export interface InboxDeps {
  readonly door: ConnectorDoor;
  readonly bundleDoor: (zip: Uint8Array, party: string) => Promise<BundleReceipt>;
  /** The message once it is judged, null when it is not within a while; rejects when nobody can tell now. */
  readonly verdict: (party: string, id: string) => Promise<MessageJson | null>;
  /** Of what happens after the round in which a file was taken. */
  readonly failed: (fout: unknown) => void;
}

/** Files of one party whose messages wait for their verdict at the same time; the others wait in the folder. */
const MOST_WAITING = 64;
/** How soon it is tried again to put away what could not be (ms). */
const AGAIN_MS = 5_000;
/** A message is at most this large (bytes); a zip too. */
const MOST = BUNDLE_LIMITS.fileBytes;

/** What one party puts down: taken in order, one after the other, and put away once judged. */
export class Inbox {
  readonly #folders: PartyFolders;
  readonly #deps: InboxDeps;
  readonly #settled = new SettledFiles();
  /** By contents: files that are taken and wait for their verdict. */
  readonly #waiting = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();

  constructor(folders: PartyFolders, deps: InboxDeps) {
    this.#folders = folders;
    this.#deps = deps;
  }

  /** Takes what is complete; rejects when the store or a folder does not do what it must, and the rest waits. */
  async round(now: number): Promise<number> {
    await makeFolders(this.#folders);
    let taken = 0;
    for (const file of this.#settled.look(await list(this.#folders.in), now)) {
      if (this.#stop.signal.aborted || this.#waiting.size >= MOST_WAITING) break;
      if (this.#waiting.has(contents(file))) continue;
      if (await this.#take(file)) taken++;
    }
    return taken;
  }

  /** What is taken and not judged yet stays where it lies: at the next start it is known again. */
  stop(): void {
    this.#stop.abort();
  }

  /** Resolves when nothing is put away any more. */
  async ended(): Promise<void> {
    await Promise.all(this.#waiting.values());
  }

  async #take(file: Listed): Promise<boolean> {
    const zip = kindOf(file.name) === 'zip';
    const read = await readListed(this.#folders.in, file, MOST);
    if (read.kind === 'changed') return false;
    if (read.kind === 'unfit') {
      const refused = zip && read.why === 'te-groot' ? refusedBundle(ZIP_TOO_LARGE, []) : unfit(read.why);
      return putAway(this.#folders.in, file, this.#folders.geweigerd, refused);
    }
    const taken = await (zip ? this.#unpack(read.bytes) : this.#message(read.bytes));
    if ('status' in taken) return putAway(this.#folders.in, file, this.#folders.geweigerd, taken);
    const key = contents(file);
    this.#waiting.set(
      key,
      this.#finish(file, taken).finally(() => this.#waiting.delete(key)),
    );
    return true;
  }

  async #message(bytes: Uint8Array): Promise<TakenFile | Refused> {
    const { party } = this.#folders;
    const receipt = await this.#deps.door(bytes, { party });
    return 'id' in receipt ? { kind: 'message', id: receipt.id } : notAdmitted(receipt, party);
  }

  async #unpack(bytes: Uint8Array): Promise<TakenFile | Refused> {
    const { party } = this.#folders;
    const receipt = await this.#deps.bundleDoor(bytes, party);
    if (receipt.kind === 'refused') return refusedBundle(receipt.refusal, receipt.bevindingen);
    if (receipt.kind === 'frozen') return notAdmitted(receipt, party);
    return { kind: 'bundle', messages: receipt.berichten.map(({ naam, id }) => ({ naam, id })) };
  }

  /**
   * Never rejects, and does not begin with the file anew while the gateway runs: one that is refused would be judged again
   * each time.
   */
  async #finish(file: Listed, taken: TakenFile): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        return await this.#putAwayJudged(file, taken);
      } catch (fout) {
        this.#deps.failed(fout);
        await sleep(AGAIN_MS, undefined, this.#stop).catch(() => undefined);
      }
    }
  }

  async #putAwayJudged(file: Listed, taken: TakenFile): Promise<void> {
    const judged: MessageJson[] = [];
    for (const id of idsOf(taken)) {
      const message = await this.#judged(id);
      if (message === null) return;
      judged.push(message);
    }
    const { to, json } = outcomeOf(taken, judged);
    await putAway(this.#folders.in, file, this.#folders[to], json);
  }

  /** Null when it is to end first. */
  async #judged(id: string): Promise<MessageJson | null> {
    while (!this.#stop.signal.aborted) {
      const message = await this.#deps.verdict(this.#folders.party, id);
      if (message !== null) return message;
    }
    return null;
  }
}
