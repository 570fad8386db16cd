import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { owner } from '../../servers/postgres.ts';
import { HttpParty } from '../parties/http.ts';
import { startRig } from '../rig.ts';
import { tell } from '../tally.ts';
import { through } from '../through.ts';

const CLIENTS = 30;
/** How long it stays away or full (ms). */
const TROUBLE_MS = 8_000;
/** Of the disk on which the tables lie. */
const MEGABYTES = 96;

describe('PostgreSQL', () => {
  it('killed and started again under load: everything is judged once', { timeout: 600_000 }, async () => {
    const rig = await startRig({ ways: 'http' });
    try {
      const counted = await through(rig, CLIENTS, async () => {
        await rig.postgres.kill();
        await sleep(TROUBLE_MS);
        await rig.postgres.up();
      });
      tell({ faults: 1, ...counted });
    } finally {
      await rig.stop();
    }
  });

  it.skipIf(process.getuid?.() !== 0)(
    'its disk full under load: nothing is acknowledged that is not stored (as root only, who can mount one)',
    { timeout: 600_000 },
    async () => {
      const disk = await smallDisk();
      try {
        const prepare = async ({
          postgres,
        }: {
          postgres: { admin(sql: string): Promise<void>; database(): Promise<string> };
        }) => {
          await postgres.admin(`create tablespace klein location '${disk.folder}'`);
          const url = await postgres.database();
          const name = new URL(url).pathname.slice(1);
          await postgres.admin(`alter database ${name} set tablespace klein`);
          return { DATABASE_URL: url };
        };
        const rig = await startRig({ ways: 'http', prepare });
        try {
          const counted = await through(rig, CLIENTS, async () => {
            disk.fill();
            await expect(
              rig.postgres.admin(`create table vol tablespace klein as select repeat('x', 9000)`),
            ).rejects.toThrow(/No space left/);
            await sleep(TROUBLE_MS);
            disk.free();
          });
          const senders = [...rig.parties.values()].filter((party) => party instanceof HttpParty);
          expect(senders.reduce((sum, { unavailable }) => sum + unavailable, 0)).toBeGreaterThan(0);
          tell({ faults: 1, ...counted });
        } finally {
          await rig.stop();
        }
      } finally {
        disk.remove();
      }
    },
  );
});

/** A disk in memory, of the owner of the server. */
async function smallDisk() {
  const root = mkdtempSync('/tmp/ijw-klein-');
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', root]);
  const who = await owner();
  const folder = join(root, 'tabellen');
  execFileSync('mkdir', ['-m', '0700', folder]);
  if (who !== null) for (const path of [root, folder]) chownSync(path, who.uid, who.gid);
  const ballast = join(root, 'vol');
  return {
    folder,
    /** Until nothing goes in any more. */
    fill() {
      for (const size of [1024 * 1024, 4096]) {
        try {
          for (let i = 0; i < 100_000; i++) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
        } catch {
          // Full.
        }
      }
    },
    free: () => rmSync(ballast),
    remove() {
      execFileSync('umount', [root]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}
