import { playMonth } from './month.mjs';
import { ownGateway } from './own-gateway.mjs';

/** On a gateway of our own, somebody who may do all: on one that runs there is one already. */
async function beheerder(admin) {
  const { body } = await admin.json('POST', '/api/v1/sleutels', { naam: 'Beheer', rol: 'beheerder' });
  return { rol: 'beheerder', partij: null, naam: 'Beheer', sleutel: body.sleutel };
}

const MONTH_MS = 31 * 24 * 3_600_000;

/** A gateway of our own, filled; whoever asks for it stops it. `stopped` ends it early: then there is no month. */
export async function ownMonth({ count, seed, say, stopped = new Promise(() => undefined) }) {
  const gateway = await ownGateway(new Date(Date.now() - MONTH_MS));
  try {
    const month = await Promise.race([
      playMonth({ admin: gateway.admin, clock: gateway, seed, count, say }),
      stopped.then(() => null),
    ]);
    return {
      gateway,
      month: month === null ? null : { ...month, keys: [...month.keys, await beheerder(gateway.admin)] },
    };
  } catch (fout) {
    await gateway.stop();
    throw fout;
  }
}
