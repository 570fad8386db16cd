import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { threadEntry } from '../../src/standard/thread-entry.ts';
import { FolderInUse, lockFolder } from '../../src/store/engine/pglite/folder-lock.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ALLES } from '../access/wie.ts';
import { ontvangst, partijen, uniek } from './make.ts';

let map = '';
const kinderen: ChildProcess[] = [];
beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'ijw-lock-'));
});
afterEach(() => {
  for (const kind of kinderen.splice(0)) kind.kill('SIGKILL');
  rmSync(map, { recursive: true, force: true });
});

const gebouwd = (naam: string) =>
  JSON.stringify(threadEntry(import.meta.resolve('../../src/store/open-store.ts'), `./${naam}`).href);

/** A process that runs this script, which prints one word when it is ready and then lives on. */
async function proces(script: string): Promise<{ kind: ChildProcess; woord: string }> {
  const bestand = join(map, `proces-${uniek()}.mjs`);
  writeFileSync(bestand, `${script}\nsetInterval(() => {}, 1000);`);
  const kind = spawn(process.execPath, [bestand], { stdio: ['ignore', 'pipe', 'inherit'] });
  kinderen.push(kind);
  const [uit] = await Promise.race([once(kind.stdout ?? kind, 'data'), once(kind, 'exit').then(() => ['ended'])]);
  return { kind, woord: String(uit).trim() };
}

const opslot = (folder: string) => `
  import { lockFolder } from ${gebouwd('engine/pglite/folder-lock.ts')};
  console.log(await lockFolder(${JSON.stringify(folder)}).then(() => 'got', () => 'in-use'));`;

describe('the lock of a folder', () => {
  it('is held by one at a time, and given back', async () => {
    const slot = await lockFolder(map);
    await expect(lockFolder(map)).rejects.toThrow(FolderInUse);
    await slot.release();
    await (await lockFolder(map)).release();
    expect(readdirSync(join(map, 'slot'))).toEqual([]);
  });

  it('is held against another process, and free as soon as that one is killed', async () => {
    const { kind, woord } = await proces(opslot(map));
    expect(woord).toBe('got');
    await expect(lockFolder(map)).rejects.toThrow(FolderInUse);
    kind.kill('SIGKILL');
    await once(kind, 'exit');
    const slot = await lockFolder(map);
    expect(readdirSync(join(map, 'slot'))).toHaveLength(1);
    await slot.release();
  });

  it('stopped but not dead still holds it', async () => {
    const { kind } = await proces(opslot(map));
    kind.kill('SIGSTOP');
    await expect(lockFolder(map)).rejects.toThrow(FolderInUse);
  });

  it('is never given to two of many that come at once', async () => {
    for (let ronde = 0; ronde < 5; ronde++) {
      const komers = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(map)));
      const houders = komers.flatMap((k) => (k.status === 'fulfilled' ? [k.value] : []));
      expect(houders.length).toBeLessThanOrEqual(1);
      for (const houder of houders) await houder.release();
    }
    const processen = await Promise.all(Array.from({ length: 4 }, () => proces(opslot(map))));
    expect(processen.filter((p) => p.woord === 'got').length).toBeLessThanOrEqual(1);
  });

  it('works in a folder whose path is longer than a socket may have', async () => {
    const diep = join(map, 'x'.repeat(100), 'y'.repeat(100));
    mkdirSync(diep, { recursive: true });
    const slot = await lockFolder(diep);
    await expect(lockFolder(diep)).rejects.toThrow(FolderInUse);
    expect((await proces(opslot(diep))).woord).toBe('in-use');
    await slot.release();
    await (await lockFolder(diep)).release();
  });
});

describe('PGlite after a SIGKILL', () => {
  it('opens again with all that was acknowledged', async () => {
    const wie = partijen();
    const eerste = ontvangst(wie);
    const { bytes, sha256, ...rest } = eerste;
    const { kind, woord } = await proces(`
      import { openStore } from ${gebouwd('open-store.ts')};
      const store = await openStore({ dataDir: ${JSON.stringify(map)} });
      await store.migrate();
      const { id } = await store.saveMessage({ ...${JSON.stringify(rest)}, ontvangenOp: new Date(),
        bytes: Buffer.from('${Buffer.from(bytes).toString('hex')}', 'hex'), sha256: Buffer.from('${Buffer.from(sha256).toString('hex')}', 'hex') });
      console.log(id);`);
    await expect(openStore({ dataDir: map })).rejects.toThrow(FolderInUse);
    kind.kill('SIGKILL');
    await once(kind, 'exit');
    const store = await openStore({ dataDir: map });
    try {
      await store.migrate();
      expect(await store.saveMessage(eerste)).toMatchObject({ kind: 'duplicate', id: woord, status: 'ontvangen' });
      expect(Buffer.from((await store.messageBytes(woord, ALLES)) ?? []).equals(Buffer.from(bytes))).toBe(true);
    } finally {
      await store.close();
    }
  });
});
