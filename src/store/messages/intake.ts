import type { Db } from '../engine/db.ts';
import { isTransient } from '../engine/errors.ts';
import type { Bewaard, Ontvangst } from './contract.ts';
import type { RecentBodies } from './recent-bodies.ts';
import { type Opgeslagen, saveMessages, waitAgain } from './save-messages.ts';

/** What one statement stores at most, in messages and in bytes. */
const HOOGSTENS = 100;
const BYTES = 1024 * 1024;

interface Wachtende {
  readonly ontvangst: Ontvangst;
  /** Party and bytes: the same twice are stored one after the other. */
  readonly naam: string;
  readonly klaar: (opgeslagen: Opgeslagen) => void;
  readonly mislukt: (fout: unknown) => void;
}

/**
 * Stores what comes in, with group commit: while one statement is in flight others wait, and the next statement stores
 * them together in one round trip and one commit. A message that comes when nobody waits goes at once, and so does a
 * large one, which would keep the others waiting.
 */
export class IntakeBatches {
  readonly #db: Db;
  readonly #recent: RecentBodies | null;
  #wachtrij: Wachtende[] = [];
  #bezig = false;

  constructor(db: Db, recent: RecentBodies | null) {
    this.#db = db;
    this.#recent = recent;
  }

  /** Resolves when the message is committed. */
  async save(ontvangst: Ontvangst): Promise<Bewaard> {
    for (;;) {
      const { id, laan, status, volgnummer } = await this.#store(ontvangst);
      if (volgnummer !== null) {
        this.#recent?.remember(laan, id, volgnummer, ontvangst.bytes);
        return { kind: 'stored', id, laan, volgnummer };
      }
      if (status !== 'geweigerd') return { kind: 'duplicate', id, status, laan };
      const weer = await waitAgain(this.#db, id, ontvangst);
      if (weer !== undefined) return { kind: 'again', id, laan: ontvangst.laan, volgnummer: weer };
      // Somebody else sent it again a moment earlier: look anew.
    }
  }

  #store(ontvangst: Ontvangst): Promise<Opgeslagen> {
    return new Promise((klaar, mislukt) => {
      const naam = `${Buffer.from(ontvangst.sha256).toString('base64')}${ontvangst.partij}`;
      const een = { ontvangst, naam, klaar, mislukt };
      if (ontvangst.bytes.length > BYTES) return void storeAll(this.#db, [een]);
      this.#wachtrij.push(een);
      if (!this.#bezig) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#bezig = true;
    while (this.#wachtrij.length > 0) await storeAll(this.#db, this.#take());
    this.#bezig = false;
  }

  /** The first of those that wait, as many as fit; the others wait on in their order. */
  #take(): Wachtende[] {
    const mee = new Map<string, Wachtende>();
    const rest: Wachtende[] = [];
    let bytes = 0;
    for (const een of this.#wachtrij) {
      bytes += een.ontvangst.bytes.length;
      const past = mee.size === 0 || (mee.size < HOOGSTENS && bytes <= BYTES && !mee.has(een.naam));
      if (past) mee.set(een.naam, een);
      else rest.push(een);
    }
    this.#wachtrij = rest;
    return [...mee.values()];
  }
}

/** Tells each of them what became of it; never rejects. What breaks on one of them is no trouble of the others. */
async function storeAll(db: Db, wachtenden: readonly Wachtende[]): Promise<void> {
  try {
    const opgeslagen = await saveMessages(
      db,
      wachtenden.map(({ ontvangst }) => ontvangst),
    );
    for (const [i, een] of opgeslagen.entries()) wachtenden[i]?.klaar(een);
  } catch (fout) {
    if (wachtenden.length === 1 || isTransient(fout)) for (const { mislukt } of wachtenden) mislukt(fout);
    else for (const een of wachtenden) await storeAll(db, [een]);
  }
}
