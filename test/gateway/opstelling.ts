import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { envelope } from '../../src/access/envelope.ts';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import { type Started, type StartOptions, startGateway } from '../../src/assemble/start.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { ProcessRol } from '../../src/config/keuzes.ts';
import type { Receipt } from '../../src/gateway/receive.ts';
import type { Logger } from '../../src/log/logger.ts';
import type { ProvidedRedis } from '../../src/queue/redis/redis-server.ts';
import type { BerichtBeeld } from '../../src/store/messages/contract.ts';
import { BEHEERDER, partijen } from '../access/wie.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { startRedis } from '../servers/redis.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

/** Of every gateway that is started here. */
export const PROEF_SLEUTEL = 'de sleutel van de pipeline-tests';
/** A verdict comes within this or never (ms). */
export const VERDICT_MS = 120_000;

export interface Extra extends StartOptions {
  readonly rol?: ProcessRol;
  /** As `--regio` names them; all of the agreements unless told. */
  readonly regios?: readonly string[];
  /** Gateways with the same prefix hear each other's rings; each has its own unless told. */
  readonly prefix?: string;
  readonly logger?: Logger;
}

export interface Opstelling {
  /** A fresh database. */
  database(): Promise<string>;
  /** A gateway in this process, as another process would be on the same database and Redis. Stopped after the tests. */
  start(database: string, extra?: Extra): Promise<Started>;
}

let prefixes = 0;

/** PostgreSQL and Redis for one test file. */
export function opstelling(): Opstelling {
  const map = mkdtempSync(join(tmpdir(), 'ijw-pipeline-'));
  const gestart: Started[] = [];
  let postgres: PostgresServer | undefined;
  let redis: ProvidedRedis | undefined;
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  });
  afterAll(async () => {
    await Promise.all(gestart.map((een) => een.close()));
    await Promise.all([postgres?.stop(), redis?.stop()]);
    rmSync(map, { recursive: true, force: true });
  });
  return {
    async database() {
      if (postgres === undefined) throw new Error('the server did not start');
      return postgres.database();
    },
    async start(
      database,
      { rol = 'all', regios = null, prefix = `{t${++prefixes}}`, logger = stilleLogger, ...options } = {},
    ) {
      const geladen = loadConfig({
        DATABASE_URL: database,
        DATA_DIR: map,
        DATA_SLEUTEL: PROEF_SLEUTEL,
        REDIS_URL: 'redis://elders',
        QUEUE_PREFIX: prefix,
      });
      if (geladen.kind === 'invalid') throw new Error(geladen.fouten.join(' '));
      const config = { ...geladen.config, redisUrl: redis?.url ?? '', rol, regios };
      const started = await startGateway(config, logger, options);
      gestart.push(started);
      return started;
    },
  };
}

export async function metAfspraken(started: Started, document: AfsprakenDocument): Promise<number> {
  const uitkomst = await started.gateway.agreements.replace(BEHEERDER, document);
  if (uitkomst.kind === 'invalid') throw new Error(JSON.stringify(uitkomst.fouten.slice(0, 3)));
  return uitkomst.nummer;
}

/** The id of a message that was stored. */
export async function ontvang(started: Started, partij: string, bytes: Uint8Array): Promise<string> {
  const bewijs: Receipt = await started.gateway.intake.receive(partijen(partij), bytes, envelope('http'));
  if (!('id' in bewijs)) throw new Error(`not stored: ${bewijs.kind}`);
  return bewijs.id;
}

export function oordeel(started: Started, id: string): Promise<BerichtBeeld> {
  return started.gateway.intake.verdictOf(BEHEERDER, id, VERDICT_MS);
}
