import { groepeer } from '../standard/groepeer.ts';
import type { Bell } from './bell.ts';
import type { Outbox } from './outbox.ts';
import { type SendingLine, sendLine } from './send-line.ts';

export interface Sending extends SendingLine {
  readonly channel: string;
  /** At most so many parties at once. */
  readonly atOnce: number;
  /** At most so many of one party are taken together; 1 unless told. */
  readonly perParty?: number;
  /** Each delivery gets an id of its own, beside that of the message. */
  readonly wantsReference?: boolean;
}

const NONE: ReadonlyMap<string, Uint8Array> = new Map();
/** While attempts are under way, how long until it is looked again what else is due, unless the bell says so (ms). */
const LOOK_MS = 500;
/**
 * Attempts that end together are settled before it is looked what is due next: one look for all of them (ms). Where one look
 * takes much of a party there is no hurry; where it takes one, that one waits for it.
 */
const TOGETHER_MS = { one: 5, many: 40 };
/**
 * What is due in the same moment is taken by the first look: the verdicts of a turn are told one by one, and of the looks
 * that each of them asked for three in four found one delivery or none (ms).
 */
const GATHER_MS = 20;

/**
 * Sends what is due on a channel until nothing is and nothing is under way; gives how many attempts were made. One party's
 * line goes in order, and a party that takes long keeps no other waiting.
 */
export async function sendDue(outbox: Outbox, sending: Sending, bell?: Bell): Promise<number> {
  const { channel, atOnce, leaseMs, wantsReference = false, perParty = 1 } = sending;
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let attempts = 0;
  if (perParty > 1) await pause(GATHER_MS);
  for (;;) {
    const ends = failures.length > 0 || sending.stop?.asked === true;
    const free = ends ? 0 : atOnce - underWay.size;
    const due = free > 0 ? await outbox.claimDue(channel, free, leaseMs, { wantsReference, perParty }) : [];
    attempts += due.length;
    const lines = [...groepeer(due, ({ partij }) => partij).values()];
    // One alone is read as large ones are.
    const bodies = due.length > 1 ? outbox.smallBodies(due) : Promise.resolve(NONE);
    for (const line of lines) {
      const attempt: Promise<void> = bodies
        .then((known) => sendLine(outbox, line, sending, known))
        .catch((fout: unknown) => void failures.push(fout))
        .finally(() => underWay.delete(attempt));
      underWay.add(attempt);
    }
    if (underWay.size === 0) {
      if (failures.length > 0) throw failures[0];
      if (due.length === 0) return attempts;
    } else
      await somethingNew(underWay, lines.length < free ? bell : undefined, TOGETHER_MS[perParty > 1 ? 'many' : 'one']);
  }
}

/** An attempt that ended, the bell, or a while. */
async function somethingNew(
  underWay: ReadonlySet<Promise<void>>,
  bell: Bell | undefined,
  together: number,
): Promise<void> {
  const stop = new AbortController();
  await Promise.race([
    ...underWay,
    pause(LOOK_MS, stop.signal),
    ...(bell === undefined ? [] : [bell.rung(stop.signal)]),
  ]);
  stop.abort();
  await pause(together);
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
