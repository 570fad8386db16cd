import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { shortPath } from './short-path.ts';

/**
 * A folder for one process at a time. Each candidate raises a flag, a listening unix socket in the folder, and then looks
 * whether another flag is alive (somebody listens). Of two candidates the later to raise sees the earlier, so never do
 * two hold the folder; when both see each other both step back and try again. The kernel drops a flag when its process
 * ends, however it ends, so a SIGKILL leaves nothing to clean up but a dead file, and process numbers (all 1 in
 * containers) do not matter. Flags have names of their own: no file is ever taken over.
 */
export interface FolderLock {
  release(): Promise<void>;
}

export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`the folder ${folder} is in use by another gateway; stop that one, or give this one a DATA_DIR of its own`);
    this.name = 'FolderInUse';
  }
}

const TRIES = 5;

export async function lockFolder(folder: string): Promise<FolderLock> {
  const slots = resolve(folder, 'slot');
  mkdirSync(slots, { recursive: true, mode: 0o700 });
  const door = shortPath(slots, `${'x'.repeat(16)}.sock`);
  try {
    for (let i = 1; ; i++) {
      const lock = await candidate(door.path);
      if (lock !== null) return lock;
      if (i === TRIES) throw new FolderInUse(folder);
      await sleep(20 + Math.random() * 100 * i);
    }
  } finally {
    door.close();
  }
}

/** A lock, or null when another flag is alive or our own was swept away before it could be seen. */
async function candidate(slots: string): Promise<FolderLock | null> {
  const mine = `${randomBytes(8).toString('hex')}.sock`;
  const server = await raise(join(slots, mine));
  const lower = () => new Promise<void>((done) => server.close(() => done()));
  const others = readdirSync(slots).filter((naam) => naam !== mine && naam.endsWith('.sock'));
  const dead: string[] = [];
  for (const other of others) {
    if (await alive(join(slots, other))) {
      await lower();
      return null;
    }
    dead.push(other);
  }
  if (!existsSync(join(slots, mine))) {
    await lower();
    return null;
  }
  // Only a holder sweeps. A flag swept between its raising and its listening finds out by the look above.
  for (const other of dead) rmSync(join(slots, other), { force: true });
  return { release: lower };
}

function raise(path: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  server.unref();
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(path, () => done(server));
  });
}

/** Only "nobody listens" and "gone" are dead; whatever else happens, somebody may be there. */
function alive(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', (fout: NodeJS.ErrnoException) => done(fout.code !== 'ECONNREFUSED' && fout.code !== 'ENOENT'));
  });
}
