import { fdatasyncSync, fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { OF_OTHERS } from './private-folder.ts';

/** What we use of emscripten's file layer over the files of this machine. */
interface FileLayer {
  tryFSOperation<T>(act: () => T): T;
  realPath(node: unknown): string;
  readonly node_ops: {
    mknod(parent: unknown, name: string, mode: number, dev: number): unknown;
    setattr(node: unknown, attr: { readonly mode?: number }): void;
  };
  readonly stream_ops: { fsync?(stream: { readonly nfd: number; readonly node: unknown }): number };
}

type Init = Awaited<ReturnType<NodeFS['init']>>;
type Engine = Parameters<NodeFS['init']>[0];
type EngineOptions = Parameters<NodeFS['init']>[1];

/** A segment of the write-ahead log, 16 MiB. */
const LOG_SEGMENT = /\/pg_wal\/[0-9A-F]{24}$/;

/**
 * The files of the embedded PostgreSQL. PGlite asks for syncs in PostgreSQL's own order (the log before a commit is
 * answered, the data files before a checkpoint forgets the log) but its file layer has none to give; here it has. It
 * makes files and folders for their owner alone, whatever mode is asked.
 */
export class SyncedFiles extends NodeFS {
  readonly #failed: () => void;
  #segment = '';
  #segments = 0;

  /** `failed`: the engine has given up, because its log could not be written or synced; nothing it says counts any more. */
  constructor(folder: string, failed: () => void) {
    super(folder);
    this.#failed = failed;
  }

  /** Segments of the log that were begun since this was asked last to count anew. */
  get segments(): number {
    return this.#segments;
  }

  countAnew(): void {
    this.#segments = 0;
  }

  override async init(engine: Engine, options: EngineOptions): Promise<Init> {
    const { emscriptenOpts } = await super.init(engine, options);
    const before = [emscriptenOpts.preRun ?? []].flat();
    const amend = (module: unknown) => this.#amend((module as { readonly NODEFS: FileLayer }).NODEFS);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...before, amend], onAbort: this.#failed } };
  }

  #amend(layer: FileLayer): void {
    const { mknod, setattr } = layer.node_ops;
    layer.node_ops.mknod = (parent, name, mode, dev) => mknod(parent, name, mode & ~OF_OTHERS, dev);
    layer.node_ops.setattr = (node, attr) =>
      setattr(node, attr.mode === undefined ? attr : { ...attr, mode: attr.mode & ~OF_OTHERS });
    layer.stream_ops.fsync = ({ nfd, node }) => {
      const path = layer.realPath(node);
      const log = LOG_SEGMENT.test(path);
      // A segment has its full length before it is used: its bytes are all that has to reach the disk.
      layer.tryFSOperation(() => (log ? fdatasyncSync(nfd) : fsyncSync(nfd)));
      if (log) this.#began(path);
      return 0;
    };
  }

  #began(segment: string): void {
    if (segment === this.#segment) return;
    this.#segment = segment;
    this.#segments++;
  }
}

/** PGlite's own way switches syncing off (-F). Its file layer has no fdatasync for PostgreSQL to call, so that asks for fsync. */
export const SYNCED_START = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'full_page_writes=on', 'synchronous_commit=on'].flatMap((set) => [
    '-c',
    set,
  ]),
];
