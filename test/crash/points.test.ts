import { expect, it } from 'vitest';
import { faultAt, Killer } from './kill-at.ts';
import { recounted } from './recount.ts';
import { startRig, stufBeside } from './rig.ts';

/** Stored and not told; judged and not written. All of them, several times: `npm run test:crash`. */
const [STORED, JUDGED] = ['store.saveMessage.after', 'store.writeVerdicts.before'] as const;

it('a process killed at a fault point loses and doubles nothing', { timeout: 300_000 }, async () => {
  const rig = await startRig({ ways: 'http' });
  try {
    const killer = new Killer(rig, await stufBeside(rig), 2);
    expect(await killer.at(STORED, 2, faultAt(JUDGED, 1))).toBe(true);
    expect(await killer.at(JUDGED, 1)).toBe(true);
    expect(await recounted(rig.databaseUrl, rig.traffic, rig.parties)).toMatchObject({ lost: 0, doubled: 0 });
  } finally {
    await rig.stop();
  }
});
