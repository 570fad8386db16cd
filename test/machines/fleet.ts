import { alsoRuns, type Rig, type RigOptions, startRig } from '../crash/rig.ts';
import type { TestGateway } from '../servers/gateway.ts';

/** Two api, two worker and a delivery process on the same stores. */
export interface Fleet {
  readonly rig: Rig;
  readonly workers: readonly TestGateway[];
  stop(): Promise<void>;
}

/** Deliveries go from where the test is. `second`: where the second api and the second worker run. */
export async function startFleet(
  options: Omit<RigOptions, 'ways' | 'role'>,
  second: RigOptions['machine'] = options.machine,
): Promise<Fleet> {
  const rig = await startRig({ ...options, ways: 'http', role: 'api' });
  const others: TestGateway[] = [];
  const stop = async () => {
    for (const one of others) await one.remove();
    await rig.stop();
  };
  try {
    others.push(await alsoRuns(rig, 'worker', options.machine), await alsoRuns(rig, 'worker', second));
    others.push(await alsoRuns(rig, 'delivery'), await alsoRuns(rig, 'api', second));
    const api = others.at(-1);
    if (api !== undefined) rig.http.also(api.url);
    return { rig, workers: others.slice(0, 2), stop };
  } catch (fout) {
    await stop();
    throw fout;
  }
}
