import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definitionsFor, GATEWAY_USER, passwordOf, userOf } from '../connectors/amqp/definitions.ts';
import { GATEWAY_RIGHTS, PARTY_RIGHTS } from '../connectors/bullmq/rights.ts';
import { aanbieder, afsprakenMet, GEMEENTE } from '../gateway/wereld.ts';
import { BrokerServer } from '../servers/broker-redis.ts';
import { BEHEERDER, type GatewayOptions, TestGateway } from '../servers/gateway.ts';
import { HttpClient } from '../servers/http-client.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { startRabbitmq } from '../servers/rabbitmq.ts';
import { AmqpParty } from './parties/amqp.ts';
import { BullParty } from './parties/bullmq.ts';
import { FolderParty } from './parties/folder.ts';
import { HttpParty } from './parties/http.ts';
import { StufParty } from './parties/stuf.ts';
import { WebhookParty } from './parties/webhook.ts';
import type { Party } from './party.ts';
import { Traffic } from './traffic.ts';

/** The whole of it: real servers, a gateway on them that can be killed, and a party for each way. */
export interface Rig {
  readonly gateway: TestGateway;
  readonly env: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  readonly postgres: PostgresServer;
  /** The gateway's own Redis. */
  readonly redis: BrokerServer;
  readonly http: HttpClient;
  readonly parties: ReadonlyMap<string, Party>;
  readonly traffic: Traffic;
  stop(): Promise<void>;
}

export interface RigOptions {
  /** `all`: an aanbieder for each way, with its broker; `http`: by HTTP, and one by webhook. */
  readonly ways: 'all' | 'http';
  readonly providers?: number;
  /** What serves HTTP; `all` does everything. */
  readonly role?: 'all' | 'api';
  /** Servers that stand elsewhere: none is started for them. */
  readonly elsewhere?: { readonly DATABASE_URL?: string; readonly REDIS_URL?: string };
  /** How processes are started (`under`, `host` of TestGateway). */
  readonly machine?: Pick<GatewayOptions, 'under' | 'host'>;
  /** Before the gateway is started: other addresses, other databases. */
  readonly prepare?: (servers: Pick<Rig, 'postgres' | 'redis'>) => Promise<Readonly<Record<string, string>>>;
}

/** Stands for a server of the rig's own where there is another. */
const NOWHERE = { stop: async () => undefined } as unknown as PostgresServer & BrokerServer;

export async function startRig(options: RigOptions): Promise<Rig> {
  const open: (() => unknown)[] = [];
  const stop = async () => {
    // One that cannot be closed keeps no server running.
    const ended: unknown[] = [];
    for (const close of open.splice(0).reverse()) {
      try {
        await close();
      } catch (fout) {
        ended.push(fout);
      }
    }
    if (ended.length > 0) throw ended[0];
  };
  try {
    return { ...(await assemble(options, open)), stop };
  } catch (fout) {
    await stop();
    throw fout;
  }
}

async function assemble(
  { ways, providers = ways === 'all' ? 5 : 3, role = 'all', prepare, elsewhere = {}, machine = {} }: RigOptions,
  open: (() => unknown)[],
): Promise<Omit<Rig, 'stop'>> {
  const postgres = elsewhere.DATABASE_URL === undefined ? await startPostgres() : NOWHERE;
  open.push(() => postgres.stop());
  const redis = elsewhere.REDIS_URL === undefined ? await BrokerServer.start() : NOWHERE;
  open.push(() => redis.stop());
  const prepared = { ...(await prepare?.({ postgres, redis })), ...elsewhere };
  const databaseUrl = prepared.DATABASE_URL ?? (await postgres.database());
  const env: Record<string, string> = {
    REDIS_URL: prepared.REDIS_URL ?? redis.url(),
    DATA_SLEUTEL: 'de sleutel van de proeven met gedode processen',
    WEBHOOK_PRIVE: 'ja',
    ...prepared,
    DATABASE_URL: databaseUrl,
  };
  const brokers = ways === 'all' ? await brokersFor(providers, env, open) : null;
  const gateway = await TestGateway.start({ env, args: ['--role', role], ...machine });
  open.push(() => gateway.remove());
  const http = new HttpClient(gateway.url);
  await http.putAgreements(afsprakenMet(providers));
  const made: Party[] = [new HttpParty(GEMEENTE, http), new HttpParty(aanbieder(0), http)];
  made.push(await WebhookParty.make(aanbieder(1), http));
  if (brokers !== null) made.push(brokers.amqp(aanbieder(2)), brokers.folder(aanbieder(3)), brokers.bull(aanbieder(4)));
  for (let n = made.length - 1; n < providers; n++) made.push(new HttpParty(aanbieder(n), http));
  for (const party of made) {
    await http.json('PUT', `/api/v1/partijen/${party.code}/kanaal`, BEHEERDER, party.settings);
    await http.sleutel(party.code);
    await party.open();
    open.push(() => party.close());
  }
  const parties = new Map(made.map((party) => [party.code, party]));
  return { gateway, env, databaseUrl, postgres, redis, http, parties, traffic: new Traffic(parties, providers) };
}

/** Servers of the other ways, and what the gateway must know of them. */
async function brokersFor(providers: number, env: Record<string, string>, open: (() => unknown)[]) {
  const codes = [GEMEENTE, ...Array.from({ length: providers }, (_, n) => aanbieder(n))];
  const rabbit = await startRabbitmq({ definitions: definitionsFor(codes) });
  open.push(() => rabbit.remove());
  const bull = await BrokerServer.start();
  open.push(() => bull.stop());
  await bull.user('gateway', GATEWAY_RIGHTS);
  for (const code of codes) await bull.user(code, PARTY_RIGHTS(code));
  const folder = mkdtempSync(join(tmpdir(), 'ijw-crash-map-'));
  open.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
  env.AMQP_URL = rabbit.urlOf(GATEWAY_USER, passwordOf(GATEWAY_USER));
  env.BROKER_REDIS_URL = bull.url('gateway');
  env.KANAAL_MAP = folder;
  return {
    amqp: (code: string) => new AmqpParty(code, userOf(code), rabbit.urlOf(userOf(code), passwordOf(userOf(code)))),
    folder: (code: string) => new FolderParty(code, folder),
    bull: (code: string) => new BullParty(code, bull),
  };
}

/** Another process of the same gateway; it stops before what was opened first. */
export async function alsoRuns(
  { env }: Pick<Rig, 'env'>,
  role: 'api' | 'worker' | 'delivery',
  machine: Pick<GatewayOptions, 'under' | 'host'> = {},
): Promise<TestGateway> {
  return TestGateway.start({ env, args: ['--role', role], ...machine });
}

/** A party for envelopes, beside the others: what it sends is not in the traffic. */
export async function stufBeside({ http }: Rig): Promise<StufParty> {
  return StufParty.make(aanbieder(0), GEMEENTE, http);
}
