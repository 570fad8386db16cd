import { createHash } from 'node:crypto';
import { link, lstat, readFile, rename, rm, unlink } from 'node:fs/promises';
import { pass } from '../../faults/pass.ts';
import { codeOf, syncFolder, unlessGone, within, writeDurably } from './durable.ts';
import { contents, type Listed } from './listing.ts';

/** The longest name of a file, in bytes, that leaves room for `.json` behind it and a number in it. */
const LONGEST = 230;
const JSON_ENDING = Buffer.from('.json');

/**
 * Moves a file out of `from` into `to`, with what became of it beside it as `<whole name>.json`. That is written first: a
 * kill in between leaves a file that is taken again and known again. Nothing that lies there is replaced unless it holds
 * the same bytes. False when another file came under this name meanwhile: that one lies where it lay.
 */
export async function putAway(from: string, file: Listed, to: string, outcome: unknown): Promise<boolean> {
  pass('map.away.before');
  const name = await freeName(from, file, to);
  await writeDurably(to, Buffer.concat([name, JSON_ENDING]), `${JSON.stringify(outcome, null, 2)}\n`);
  const source = within(from, file.name);
  const target = within(to, name);
  if ((await unlessGone(rename(source, target).then(() => true))) === null) {
    // Another process put it away, or its maker took it back: no word stands beside nothing.
    if ((await unlessGone(lstat(target))) === null)
      await rm(within(to, Buffer.concat([name, JSON_ENDING])), { force: true });
    return false;
  }
  const moved = await unlessGone(lstat(target, { bigint: true }));
  if (moved !== null && contents({ stat: moved }) !== contents(file)) {
    await giveBack(target, from, file.name);
    return false;
  }
  await syncFolder(to);
  await syncFolder(from);
  pass('map.away.after');
  return true;
}

/** Another file was put in the place of the one that was taken, in the moment before it was moved. */
async function giveBack(target: Buffer, from: string, name: Buffer): Promise<void> {
  for (let nr = 1; ; nr++) {
    try {
      await link(target, within(from, numbered(name, nr)));
      break;
    } catch (fout) {
      const code = codeOf(fout);
      // A file system without links: under a name that nobody has.
      if (code === 'EPERM' || code === 'ENOTSUP') return rename(target, within(from, numbered(name, Date.now())));
      if (code !== 'EEXIST') throw fout;
    }
  }
  await unlink(target);
  await syncFolder(from);
}

async function freeName(from: string, file: Listed, to: string): Promise<Buffer> {
  const own = shortened(file.name);
  let hash: string | null = null;
  for (let nr = 1; ; nr++) {
    const name = numbered(own, nr);
    const there = await unlessGone(lstat(within(to, name)));
    if (there === null) return name;
    if (!there.isFile() || !file.stat.isFile() || BigInt(there.size) !== file.stat.size) continue;
    hash ??= await hashOf(within(from, file.name));
    if (hash !== null && hash === (await hashOf(within(to, name)))) return name;
  }
}

/** Null when it cannot be read. */
async function hashOf(path: Buffer): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
}

/** `a.xml`, `a~2.xml`, `a~3.xml` … */
function numbered(name: Buffer, nr: number): Buffer {
  if (nr === 1) return name;
  const dot = name.lastIndexOf('.');
  return Buffer.concat([name.subarray(0, dot), Buffer.from(`~${nr}`), name.subarray(dot)]);
}

function shortened(name: Buffer): Buffer {
  if (name.length <= LONGEST) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return Buffer.concat([name.subarray(0, LONGEST - 24), Buffer.from(`~${mark}`), name.subarray(name.lastIndexOf('.'))]);
}
