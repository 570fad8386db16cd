import { playMonth } from './month.mjs';
import { ownGateway } from './own-gateway.mjs';

const MONTH_MS = 31 * 24 * 3_600_000;

/** A gateway of our own, filled; whoever asks for it stops it. `stopped` ends it early: then there is no month. */
export async function ownMonth({ count, seed, say, stopped = new Promise(() => undefined) }) {
  const gateway = await ownGateway(new Date(Date.now() - MONTH_MS));
  try {
    const month = await Promise.race([
      playMonth({ admin: gateway.admin, clock: gateway, seed, count, say }),
      stopped.then(() => null),
    ]);
    return { gateway, month };
  } catch (fout) {
    await gateway.stop();
    throw fout;
  }
}
