import { setTimeout as sleep } from 'node:timers/promises';
import { type Counted, recounted } from './recount.ts';
import type { Rig } from './rig.ts';

/**
 * Sends a round (counted at `databaseUrl`), has the trouble when `after` messages of it were acknowledged (a third, unless it is
 * told otherwise), and counts everything again afterwards.
 */
export async function through(
  rig: Rig,
  clients: number,
  trouble: () => Promise<unknown>,
  databaseUrl: string = rig.databaseUrl,
  after: number = rig.parties.size * clients - clients,
): Promise<Counted> {
  const { traffic } = rig;
  const before = traffic.sent.length;
  let failed: unknown;
  const sending = traffic.round(clients).catch((fout: unknown) => {
    failed = fout;
  });
  while (traffic.sent.length < before + after && failed === undefined) await sleep(10);
  await trouble();
  await sending;
  if (failed !== undefined) throw failed;
  const counted = await recounted(databaseUrl, traffic, rig.parties);
  return { ...counted, sent: traffic.sent.length - before };
}
