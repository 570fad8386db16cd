import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import type pg from 'pg';
import { asStoreError, TransientStoreError } from '../errors.ts';
import { BEAT } from '../heartbeat.ts';
import { within } from '../within.ts';
import type { PgHosts } from './pg-hosts.ts';

/** Processes choose one of these rows, so that one that is suspended with its row locked blocks few others. */
const ROWS = 64;

/** An SQLSTATE: five characters, one at least a digit, which codes of node (EPIPE) and our own (HANGS) do not have. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/**
 * Tries whether a server takes a row and commits it, over a connection of its own: those of the pool may all be in use.
 * One that does not answer in time is thrown away, for it may never answer again.
 */
export class PgHeartbeat {
  readonly #hosts: PgHosts;
  readonly #row = `hartslag-${randomInt(ROWS)}`;
  #client: pg.Client | undefined;
  #under: Promise<void> | undefined;

  constructor(hosts: PgHosts) {
    this.#hosts = hosts;
  }

  /** Rejects when it is not done within `ms`. Who asks while another asks shares the answer. */
  beat(ms: number): Promise<void> {
    this.#under ??= this.#beat(ms).finally(() => {
      this.#under = undefined;
    });
    return this.#under;
  }

  /** A refusal by the server (an SQLSTATE) is an answer. */
  async responds(ms: number): Promise<boolean> {
    try {
      await this.beat(ms);
      return true;
    } catch (fout) {
      return SQLSTATE.test(asStoreError(fout).code);
    }
  }

  async #beat(ms: number): Promise<void> {
    try {
      if ((await within(ms, this.#write())) === 'late') throw new TransientStoreError('HANGS');
    } catch (fout) {
      this.end();
      throw asStoreError(fout);
    }
  }

  async #write(): Promise<void> {
    if (this.#client === undefined) {
      const client = this.#hosts.client({
        keepAlive: true,
        application_name: 'ijw-gateway heartbeat',
      });
      client.on('error', () => {
        if (this.#client === client) this.end();
      });
      this.#client = client;
      await client.connect();
      await this.#hosts.ensureWritable(client);
    }
    await this.#client.query(BEAT, [this.#row]);
  }

  end(): void {
    // `client.end()` sends Terminate and waits for the server, which may hang; destroying the socket does not.
    (this.#client as unknown as { connection: { stream: Socket } } | undefined)?.connection.stream.destroy();
    this.#client = undefined;
  }
}
