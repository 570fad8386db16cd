import { setTimeout as sleep } from 'node:timers/promises';
import { type Counted, recounted } from './recount.ts';
import type { Rig } from './rig.ts';

/** Sends a round (counted at `databaseUrl`), has the trouble when a third of it was acknowledged, and counts everything again afterwards. */
export async function through(
  rig: Rig,
  clients: number,
  trouble: () => Promise<unknown>,
  databaseUrl: string = rig.databaseUrl,
): Promise<Counted> {
  const { traffic, parties } = rig;
  const before = traffic.sent.length;
  let failed: unknown;
  const sending = traffic.round(clients).catch((fout: unknown) => {
    failed = fout;
  });
  const third = before + parties.size * clients - clients;
  while (traffic.sent.length < third && failed === undefined) await sleep(10);
  await trouble();
  await sending;
  if (failed !== undefined) throw failed;
  const counted = await recounted(databaseUrl, traffic, parties);
  return { ...counted, sent: traffic.sent.length - before };
}
